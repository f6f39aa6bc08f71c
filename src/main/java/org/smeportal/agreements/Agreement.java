package org.smeportal.agreements;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** A version of the agreement: a DRAFT until it is published, then as it is for good. */
@Entity
@Table(name = "agreement")
class Agreement {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    private int number;
    private String title;
    private String text;
    private @Nullable String changes;

    @Enumerated(EnumType.STRING)
    private AgreementState state;

    @Column(name = "draft_key")
    private @Nullable Integer draftKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "published_by")
    private @Nullable String publishedBy;

    @Version
    private int version;

    protected Agreement() {}

    Agreement(int number, Wording wording, String by, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.number = number;
        this.state = AgreementState.DRAFT;
        this.draftKey = 1;
        this.createdAt = now;
        this.createdBy = by;
        write(wording);
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    UUID publicId() {
        return UUID.fromString(publicId);
    }

    int number() {
        return number;
    }

    AgreementState state() {
        return state;
    }

    String textHash() {
        return DigestUtils.sha256Hex(text);
    }

    void change(int seenVersion, Wording wording) {
        mustBeDraft(seenVersion);
        write(wording);
    }

    void publish(int seenVersion, String by, Instant now) {
        mustBeDraft(seenVersion);
        state = AgreementState.PUBLISHED;
        draftKey = null;
        publishedAt = now;
        publishedBy = by;
    }

    void mustBeDraft(int seenVersion) {
        if (state != AgreementState.DRAFT) {
            throw new Refused("agreements.refused.published", number);
        }
        if (version != seenVersion) {
            throw new Refused("agreements.refused.changed");
        }
    }

    private void write(Wording wording) {
        title = wording.title();
        text = wording.text();
        changes = wording.changes();
    }
}

package org.smeportal.disclosures;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** That somebody was shown who wrote an item, or asks for it. */
@Entity
@Table(name = "author_disclosure")
class AuthorDisclosure {
    /** How long a yes stands. */
    static final Duration OPEN = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "item_id")
    private long itemId;

    @Column(name = "asked_by")
    private long askedBy;

    private String reason;

    @Column(name = "asked_at")
    private Instant askedAt;

    /** True until it is answered, then null: one of a person about an item waits at a time. */
    private @Nullable Boolean waiting;

    @Enumerated(EnumType.STRING)
    private @Nullable Answer answer;

    @Column(name = "answered_by")
    private @Nullable Long answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "seen_at")
    private @Nullable Instant seenAt;

    @Version
    private int version;

    protected AuthorDisclosure() {}

    private AuthorDisclosure(long itemId, long askedBy, String reason, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.itemId = itemId;
        this.askedBy = askedBy;
        this.reason = reason;
        this.askedAt = now;
    }

    /** By whoever needs no second person. */
    static AuthorDisclosure shown(long itemId, long by, String reason, Instant now) {
        AuthorDisclosure disclosure = new AuthorDisclosure(itemId, by, reason, now);
        disclosure.seenAt = now;
        return disclosure;
    }

    static AuthorDisclosure asked(long itemId, long by, String reason, Instant now) {
        AuthorDisclosure disclosure = new AuthorDisclosure(itemId, by, reason, now);
        disclosure.waiting = true;
        return disclosure;
    }

    long itemId() {
        return itemId;
    }

    long askedBy() {
        return askedBy;
    }

    void answer(Answer given, long by, Instant now) {
        if (by == askedBy) {
            throw new Refused("disclosures.refused.ownRequest");
        }
        if (waiting == null) {
            throw new Refused("disclosures.refused.answered");
        }
        waiting = null;
        answer = given;
        answeredBy = by;
        answeredAt = now;
    }

    /** The one look that a yes opens. */
    void see(Instant now) {
        if (answer != Answer.YES || answeredAt == null) {
            throw new Refused(waiting != null ? "disclosures.refused.waiting" : "disclosures.refused.no");
        }
        if (seenAt != null) {
            throw new Refused("disclosures.refused.seen");
        }
        if (!now.isBefore(answeredAt.plus(OPEN))) {
            throw new Refused("disclosures.refused.over");
        }
        seenAt = now;
    }
}

package org.smeportal.applications;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.security.LinkTokens;

/** An invitation to apply (R1.1): mailed to one address, or a link for many with a label, such as that of a stand. */
@Entity
@Table(name = "apply_invite")
class ApplyInvite {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    private @Nullable String email;
    private @Nullable String name;
    private @Nullable String label;
    private @Nullable String note;
    private String nonce;

    @Column(name = "invited_by")
    private long invitedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Version
    private int version;

    protected ApplyInvite() {}

    private ApplyInvite(long invitedBy, Instant now, Instant expires) {
        this.publicId = UUID.randomUUID().toString();
        this.nonce = LinkTokens.newNonce();
        this.invitedBy = invitedBy;
        this.createdAt = now;
        this.expiresAt = expires;
    }

    static ApplyInvite mailed(
            String email, @Nullable String name, @Nullable String note, long by, Instant now, Instant expires) {
        ApplyInvite invite = new ApplyInvite(by, now, expires);
        invite.email = email;
        invite.name = name;
        invite.note = note;
        return invite;
    }

    static ApplyInvite forMany(String label, @Nullable String note, long by, Instant now, Instant expires) {
        ApplyInvite invite = new ApplyInvite(by, now, expires);
        invite.label = label;
        invite.note = note;
        return invite;
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

    @Nullable
    String email() {
        return email;
    }

    String recipientName() {
        return name == null ? String.valueOf(email) : name;
    }

    /** Its link opens nothing any more; what came from it stays. */
    void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }
}

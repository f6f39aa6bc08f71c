package org.smeportal.badges;

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
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** A badge given to an SME: ACTIVE, then perhaps REVOKED for good; earning the badge again is another award. */
@Entity
@Table(name = "award")
class Award {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "badge_id")
    private long badgeId;

    @Column(name = "sme_id")
    private long smeId;

    @Enumerated(EnumType.STRING)
    private AwardState state;

    @Column(name = "active_key")
    private @Nullable String activeKey;

    @Column(name = "qualifying_event_id")
    private long qualifyingEventId;

    @Column(name = "earned_on")
    private LocalDate earnedOn;

    @Column(name = "awarded_at")
    private Instant awardedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "revoked_reason")
    private @Nullable String revokedReason;

    private int required;
    private String kinds;

    @Column(name = "revoked_by_hand")
    private boolean revokedByHand;

    @Version
    private int version;

    protected Award() {}

    Award(BadgeRule rule, long smeId, long qualifyingEventId, LocalDate earnedOn, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.badgeId = rule.badgeId();
        this.smeId = smeId;
        this.state = AwardState.ACTIVE;
        this.activeKey = activeKey(rule.badgeId(), smeId);
        this.qualifyingEventId = qualifyingEventId;
        this.earnedOn = earnedOn;
        this.awardedAt = now;
        this.required = rule.required();
        this.kinds = rule.storedKinds();
    }

    static String activeKey(long badgeId, long smeId) {
        return badgeId + ":" + smeId;
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

    long smeId() {
        return smeId;
    }

    /** The rule this award was given by, whatever it is today. */
    BadgeRule rule() {
        return new BadgeRule(badgeId, "", required, BadgeRule.kinds(kinds));
    }

    void revoke(String reason, boolean byHand, Instant now) {
        if (state != AwardState.ACTIVE) {
            throw new Refused("badges.refused.notActive");
        }
        state = AwardState.REVOKED;
        activeKey = null;
        revokedAt = now;
        revokedReason = reason;
        revokedByHand = byHand;
    }
}

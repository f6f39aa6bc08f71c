package org.smeportal.badges.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.badges.AwardQueries;
import org.smeportal.badges.AwardState;
import org.smeportal.kernel.TimeText;
import org.smeportal.kernel.Words;

/** The public page of an award: valid, revoked or unknown, with nothing private in it. */
@Named
@RequestScoped
public class BadgeView {

    private static final ZoneId UTC = ZoneId.of("Etc/UTC");

    @Inject
    private AwardQueries awards;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private AwardQueries.@Nullable Row award;

    public void load() {
        UUID publicId = Words.uuid(id);
        award = publicId == null ? null : awards.byPublicId(publicId).orElse(null);
        if (award == null) {
            Faces.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public AwardQueries.@Nullable Row getAward() {
        return award;
    }

    public boolean isValid() {
        return award != null && award.state() == AwardState.ACTIVE && !award.former();
    }

    /** Its holder had their data deleted: whose it was is said no more. */
    public boolean isWithdrawn() {
        return award != null && award.former();
    }

    public boolean isRevoked() {
        return award != null && !award.former() && award.state() == AwardState.REVOKED;
    }

    public String getEarnedOn() {
        return award == null ? "" : TimeText.shortDay(award.earnedOn());
    }

    public String getAwardedOn() {
        return award == null ? "" : TimeText.shortDay(award.awardedAt(), UTC);
    }

    public String getRevokedOn() {
        return award == null || award.revokedAt() == null ? "" : TimeText.shortDay(award.revokedAt(), UTC);
    }

    public String getVerifiedAt() {
        return TimeText.moment(clock.instant(), UTC) + " " + TimeText.city(UTC);
    }

    public int getEarnedYear() {
        return award == null ? 0 : award.earnedOn().getYear();
    }

    /** What the badge was earned with; the key of its sentence. */
    public String getEvidenceKey() {
        return award != null && award.onlyWorkshops() ? "badges.evidence.workshops" : "badges.evidence.events";
    }
}

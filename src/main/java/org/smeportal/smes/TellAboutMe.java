package org.smeportal.smes;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** An SME says who they are (R1.5); which exams they know stays the programme manager's word. */
@UseCase
@Requires(Permission.KEEP_OWN_PROFILE)
public class TellAboutMe {
    private final Smes smes;
    private final CurrentUser user;

    @Inject
    public TellAboutMe(Smes smes, CurrentUser user) {
        this.smes = smes;
        this.user = user;
    }

    /** {@code version} is that of the SME as they saw it: who saves second is told. */
    public record About(
            int version,
            String country,
            @Nullable String employer,
            @Nullable String expertise,
            @Nullable String languages,
            boolean visible) {

        public About {
            country = Words.country(country);
            employer = Words.optionalLine(employer, 120);
            expertise = Words.optionalLine(expertise, 500);
            languages = Words.optionalLine(languages, 200);
        }
    }

    /** Answers which SME it is about. */
    public UUID tell(About about) {
        Sme me = smes.byAccount(user.accountId()).orElseThrow(NotFound::new);
        if (me.version() != about.version()) {
            throw new Refused("smes.refused.changed");
        }
        me.tell(about);
        return me.publicId();
    }
}

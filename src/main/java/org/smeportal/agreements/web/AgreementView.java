package org.smeportal.agreements.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.agreements.AgreementQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.security.CurrentUser;

/** The agreement in force, or one accepted before, with what the reader accepted and when. */
@Named
@RequestScoped
public class AgreementView {
    @Inject
    private AgreementQueries agreements;

    @Inject
    private CurrentUser user;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private AgreementQueries.@Nullable Version shown;
    private List<AgreementQueries.Version> accepted = List.of();

    public void load() {
        long account = user.accountId();
        accepted = agreements.accepted(account);
        AgreementQueries.Version inForce = agreements.inForce(account).orElse(null);
        UUID asked = Words.uuid(id);
        if (id == null || (inForce != null && inForce.publicId().equals(asked))) {
            shown = inForce;
        } else if (asked == null || !mayRead(asked)) {
            throw new NotFound();
        } else {
            shown = agreements
                    .one(asked, account)
                    .filter(version -> !version.isDraft())
                    .orElseThrow(NotFound::new);
        }
    }

    /** SMEs read what they accepted; who writes or explains the agreement reads every version. */
    private boolean mayRead(UUID asked) {
        return user.isAdmin()
                || user.isPm()
                || accepted.stream().anyMatch(version -> version.publicId().equals(asked));
    }

    public AgreementQueries.@Nullable Version getShown() {
        return shown;
    }

    public List<AgreementQueries.Version> getAccepted() {
        return accepted;
    }
}

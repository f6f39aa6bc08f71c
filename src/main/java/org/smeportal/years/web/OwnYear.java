package org.smeportal.years.web;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.NotFound;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;
import org.smeportal.years.YearCard;
import org.smeportal.years.YearQueries;

/** A year of the signed-in SME: the one in the address, else the last one with something in it. */
public abstract class OwnYear extends ShowingYear {

    @Inject
    private SmeDirectory smes;

    @Inject
    private YearQueries queries;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private @Nullable Integer year;

    private YearQueries.@Nullable Own own;

    public void load() {
        getOwn();
    }

    public YearQueries.Own getOwn() {
        if (own == null) {
            SmeCard sme = smes.byAccount(user.accountId()).orElseThrow(NotFound::new);
            int now = clock.instant().atZone(user.getZone()).getYear();
            own = queries.own(sme, Years.checked(year), now);
        }
        return own;
    }

    @Override
    public YearCard getCard() {
        return getOwn().card();
    }

    public int getYear() {
        return getCard().year();
    }

    public List<Integer> getYears() {
        return getOwn().years();
    }

    public boolean isShared() {
        return getOwn().sharedAs() != null;
    }

    String address(String page) {
        return "/app/years/" + page + "?year=" + getYear();
    }
}

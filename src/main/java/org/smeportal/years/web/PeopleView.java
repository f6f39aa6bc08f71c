package org.smeportal.years.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.SmeDirectory;
import org.smeportal.years.PeopleMet;

/** The people whom an SME has met at events (R8.1): search and page in the URL. */
@Named
@RequestScoped
public class PeopleView {

    @Inject
    private PeopleMet met;

    @Inject
    private SmeDirectory smes;

    @Inject
    private CurrentUser user;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable Integer page;

    private PeopleMet.@Nullable People people;

    public void load() {
        long sme = smes.byAccount(user.accountId()).orElseThrow(NotFound::new).id();
        people = met.page(sme, getSearch(), PageRequest.number(page == null ? 1 : page));
    }

    public PeopleMet.People getPeople() {
        if (people == null) {
            throw new NotFound();
        }
        return people;
    }

    public String getSearch() {
        return search == null ? "" : search;
    }
}

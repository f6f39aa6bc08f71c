package org.smeportal.agreements.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.agreements.AgreementQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.security.CurrentUser;

/** Who accepted a version and who has not yet: name, answer and page in the URL. */
@Named
@RequestScoped
public class AcceptanceListView {
    @Inject
    private AgreementQueries agreements;

    @Inject
    private CurrentUser user;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable String accepted;

    @Inject
    @Param
    private @Nullable Integer page;

    private AgreementQueries.@Nullable Version version;
    private Page<AgreementQueries.Person> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private long asked;
    private long acceptedOfAsked;

    public void load() {
        AgreementQueries.Version found = Optional.ofNullable(Words.uuid(id))
                .flatMap(known -> agreements.one(known, user.accountId()))
                .filter(one -> !one.isDraft())
                .orElseThrow(NotFound::new);
        version = found;
        rows = agreements.people(
                found.publicId(), filter(getSearch(), accepted), PageRequest.number(page == null ? 1 : page));
        asked = agreements.asked();
        acceptedOfAsked = agreements.acceptedOfAsked(found.publicId());
    }

    static AgreementQueries.Filter filter(@Nullable String search, @Nullable String accepted) {
        return new AgreementQueries.Filter(
                search == null ? "" : search.strip(),
                "yes".equals(accepted) ? Boolean.TRUE : "no".equals(accepted) ? Boolean.FALSE : null);
    }

    public AgreementQueries.Version getVersion() {
        if (version == null) {
            throw new NotFound();
        }
        return version;
    }

    public Page<AgreementQueries.Person> getRows() {
        return rows;
    }

    public long getAsked() {
        return asked;
    }

    public long getAcceptedOfAsked() {
        return acceptedOfAsked;
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public String getAccepted() {
        return accepted == null ? "" : accepted;
    }

    public boolean isFiltered() {
        return !getSearch().isBlank() || !getAccepted().isEmpty();
    }
}

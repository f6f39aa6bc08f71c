package org.smeportal.audit.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.audit.AuditQueries;
import org.smeportal.audit.RefusedActs;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Text;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.PageAccess;

/** The audit trail: who, what, about whom, when; filter and page in the URL. */
@Named
@RequestScoped
public class TrailView {
    @Inject
    private AuditQueries audit;

    @Inject
    private CurrentUser user;

    @Inject
    private Text text;

    @Inject
    private HttpServletRequest request;

    @Inject
    @Param
    private @Nullable Integer page;

    private TrailFilter filter = new TrailFilter("", "", "", "", null, null, false);
    private List<Act> acts = List.of();
    private Page<AuditQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    /** An act that occurs, and its words. */
    public record Act(String name, String words) {}

    @PostConstruct
    void read() {
        filter = TrailFilter.of(request);
    }

    public void load() {
        rows = audit.page(filter.in(user.getZone()), PageRequest.number(page == null ? 1 : page));
        acts = audit.acts().stream()
                .map(act -> new Act(act, words(act)))
                .sorted(Comparator.comparing(Act::words))
                .toList();
    }

    public String act(AuditQueries.Row row) {
        return words(row.act());
    }

    /** In words where there are some; an act that is new stands there under its name in the code. */
    private String words(String name) {
        boolean refused = name.endsWith(RefusedActs.REFUSED);
        String act = refused ? name.substring(0, name.length() - RefusedActs.REFUSED.length()) : name;
        String key = "audit.act." + act;
        String words = text.of(key);
        String known = words.equals(key) ? act : words;
        return refused ? text.of("audit.refused", known) : known;
    }

    /** The lines "field: before → after" of an entry. */
    public List<String> changes(AuditQueries.Row row) {
        return row.changes() == null ? List.of() : row.changes().lines().toList();
    }

    /** The page of what the entry is about; empty when there is none, or it is not for this user. */
    public String target(AuditQueries.Row row) {
        if (row.about() == null) {
            return "";
        }
        String path = switch (row.about()) {
            case EVENT -> "/app/events/event/";
            case SME -> "/app/smes/sme/";
            case ACCOUNT -> "/app/accounts/account-edit/";
        };
        return PageAccess.of(path + row.publicId()).filter(user::may).isPresent() ? path + row.publicId() : "";
    }

    /** The file with the same filter. */
    public String getExport() {
        String query = request.getQueryString();
        return "/app/audit/export" + (query == null ? "" : "?" + query);
    }

    public Page<AuditQueries.Row> getRows() {
        return rows;
    }

    public List<Act> getActs() {
        return acts;
    }

    public String getSearch() {
        return filter.search();
    }

    public String getActor() {
        return filter.actor();
    }

    public String getAct() {
        return filter.act();
    }

    public String getAbout() {
        return filter.about();
    }

    public String getFrom() {
        return Objects.toString(filter.from(), "");
    }

    public String getTo() {
        return Objects.toString(filter.to(), "");
    }

    public boolean isWithoutSignIns() {
        return filter.withoutSignIns();
    }
}

package org.smeportal.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.audit.AuditQueries;
import org.smeportal.audit.RefusedActs;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Text;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.PageAccess;

/** The audit trail: search, actor, day and paging in the URL. */
@Named
@RequestScoped
public class TrailView {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    @Inject
    private AuditQueries audit;

    @Inject
    private CurrentUser user;

    @Inject
    private Text text;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable String actor;

    @Inject
    @Param
    private @Nullable String day;

    @Inject
    @Param
    private @Nullable String signIns;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<AuditQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        LocalDate wanted = day();
        rows = audit.page(
                new AuditQueries.Filter(
                        getSearch(),
                        getActor(),
                        wanted == null ? EARLIEST : midnight(wanted),
                        wanted == null ? LATEST : midnight(wanted.plusDays(1)),
                        isWithoutSignIns()),
                PageRequest.number(page == null ? 1 : page));
    }

    private Instant midnight(LocalDate date) {
        return date.atStartOfDay(user.getZone()).toInstant();
    }

    private @Nullable LocalDate day() {
        try {
            return day == null || day.length() != 10 ? null : LocalDate.parse(day);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** In words where there are some; an act that is new stands there under its name in the code. */
    public String act(AuditQueries.Row row) {
        boolean refused = row.act().endsWith(RefusedActs.REFUSED);
        String act = refused ? row.act().substring(0, row.act().length() - RefusedActs.REFUSED.length()) : row.act();
        String key = "audit.act." + act;
        String words = text.of(key);
        String known = words.equals(key) ? act : words;
        return refused ? text.of("audit.refused", known) : known;
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

    public Page<AuditQueries.Row> getRows() {
        return rows;
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public String getActor() {
        return actor == null ? "" : actor;
    }

    public String getDay() {
        LocalDate wanted = day();
        return wanted == null ? "" : wanted.toString();
    }

    public boolean isWithoutSignIns() {
        return "no".equals(signIns);
    }
}

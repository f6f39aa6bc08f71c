package org.smeportal.exams.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.accounts.AccountState;
import org.smeportal.exams.DutyGrid;
import org.smeportal.exams.GrantDuties;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.Duty;

/** One person's duties: a line for each exam, a box for each duty. */
@Named
@RequestScoped
public class DutiesEditView {
    @Inject
    private AccountQueries accounts;

    @Inject
    private DutyGrid grid;

    @Inject
    private GrantDuties grant;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private AccountQueries.@Nullable Row account;
    private List<DutyGrid.Line> lines = List.of();

    @PostConstruct
    void read() {
        UUID publicId = Words.uuid(id);
        account = publicId == null ? null : accounts.one(publicId).orElse(null);
    }

    public void load() {
        if (account == null) {
            throw new NotFound();
        }
    }

    /** Only boxes that were offered count: one that was grey is not sent, and stays as it is. */
    public String save() {
        Set<String> ticked = Set.copyOf(values("duty"));
        List<GrantDuties.Choice> choices = values("offered").stream()
                .map(box -> choice(box, ticked.contains(box)))
                .toList();
        int changed = grant.choose(new GrantDuties.Choices(getAccount().publicId(), choices));
        messages.note(changed == 0 ? "exams.duties.edit.unchanged" : "exams.duties.edit.saved", changed);
        return "/app/exams/duties?faces-redirect=true";
    }

    private static GrantDuties.Choice choice(String box, boolean given) {
        int slash = box.lastIndexOf('/');
        Duty duty = Words.constant(Duty.class, box.substring(slash + 1));
        if (slash < 0 || duty == null) {
            throw new NotFound();
        }
        return new GrantDuties.Choice(box.substring(0, slash), duty, given);
    }

    private static List<String> values(String name) {
        String[] values = Faces.getRequestParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    public AccountQueries.Row getAccount() {
        if (account == null) {
            throw new NotFound();
        }
        return account;
    }

    public boolean isActive() {
        return getAccount().state() == AccountState.ACTIVE;
    }

    public List<DutyGrid.Line> getLines() {
        if (lines.isEmpty()) {
            lines = grid.of(getAccount());
        }
        return lines;
    }

    public Duty[] getDuties() {
        return Duty.values();
    }

    public boolean isAnyOpen() {
        return getLines().stream().flatMap(line -> line.boxes().stream()).anyMatch(DutyGrid.Box::open);
    }
}

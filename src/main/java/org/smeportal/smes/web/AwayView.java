package org.smeportal.smes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.AwayQueries;
import org.smeportal.smes.KeepOwnDays;

/** The days on which the signed-in SME is away. */
@Named
@RequestScoped
public class AwayView {
    @Inject
    private KeepOwnDays keep;

    @Inject
    private AwayQueries days;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    @Param(name = "away")
    private @Nullable String chosen;

    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private @Nullable String note;
    private @Nullable List<AwayQueries.Away> own;

    public String add() {
        LocalDate from = first;
        if (from == null) {
            throw new Refused("platform.refused.empty");
        }
        keep.add(new KeepOwnDays.Days(from, last == null ? from : last, note));
        messages.note("smes.away.added");
        return "/app/smes/away?faces-redirect=true";
    }

    public String remove() {
        UUID id = Words.uuid(chosen);
        if (id != null) {
            keep.remove(id);
            messages.note("smes.away.removed");
        }
        return "/app/smes/away?faces-redirect=true";
    }

    public List<AwayQueries.Away> getOwn() {
        if (own == null) {
            own = days.own(user.accountId(), LocalDate.ofInstant(clock.instant(), user.getZone()));
        }
        return own;
    }

    public @Nullable LocalDate getFirst() {
        return first;
    }

    public void setFirst(@Nullable LocalDate first) {
        this.first = first;
    }

    public @Nullable LocalDate getLast() {
        return last;
    }

    public void setLast(@Nullable LocalDate last) {
        this.last = last;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}

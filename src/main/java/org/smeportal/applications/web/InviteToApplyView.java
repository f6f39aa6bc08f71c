package org.smeportal.applications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.applications.ApplyInviteQueries;
import org.smeportal.applications.InviteToApply;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.web.Messages;

/** Programme managers ask people to apply (R1.1) and see what came of it. */
@Named
@RequestScoped
public class InviteToApplyView {
    @Inject
    private InviteToApply invite;

    @Inject
    private ApplyInviteQueries queries;

    @Inject
    private Messages messages;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<ApplyInviteQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private @Nullable String people;
    private @Nullable String note;
    private @Nullable String label;
    private @Nullable String lastDay;
    private @Nullable String labelNote;

    public void load() {
        rows = queries.page(PageRequest.number(page == null ? 1 : page));
    }

    public String mail() {
        int mails = invite.mail(new InviteToApply.Letters(people, note));
        messages.note("applications.invite.mailed", mails);
        return "/app/applications/invite-to-apply?faces-redirect=true";
    }

    public void link() {
        UUID made = invite.link(new InviteToApply.ForMany(label, day(lastDay), labelNote));
        Faces.redirect("/app/applications/apply-invite/%s", made.toString());
    }

    /** As the date field of a browser writes it. */
    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new Refused("applications.invite.refused.lastDay").at("lastDay");
        }
    }

    public int getMost() {
        return InviteToApply.MOST_AT_ONCE;
    }

    public Page<ApplyInviteQueries.Row> getRows() {
        return rows;
    }

    public @Nullable String getPeople() {
        return people;
    }

    public void setPeople(@Nullable String people) {
        this.people = people;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    public @Nullable String getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable String lastDay) {
        this.lastDay = lastDay;
    }

    public @Nullable String getLabelNote() {
        return labelNote;
    }

    public void setLabelNote(@Nullable String labelNote) {
        this.labelNote = labelNote;
    }
}

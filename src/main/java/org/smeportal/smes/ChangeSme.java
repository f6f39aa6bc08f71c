package org.smeportal.smes;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountMessages;
import org.smeportal.audit.AuditNote;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.CreateSme.NewSme;

/** Changes of an SME, and the break that one takes. */
@UseCase
@Requires(Permission.MANAGE_SMES)
public class ChangeSme {
    private final Smes smes;
    private final Outbox outbox;
    private final AccountMessages accountMessages;
    private final Event<AddressCorrected> corrected;
    private final AuditNote note;

    @Inject
    public ChangeSme(
            Smes smes,
            Outbox outbox,
            AccountMessages accountMessages,
            Event<AddressCorrected> corrected,
            AuditNote note) {
        this.smes = smes;
        this.outbox = outbox;
        this.accountMessages = accountMessages;
        this.corrected = corrected;
        this.note = note;
    }

    /** {@code version} is that of the SME as the editor saw it: who saves second is told. */
    public record Change(UUID sme, int version, NewSme facts) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "sme:" + sme;
        }

        @Override
        public @Nullable String auditDetail() {
            return facts.name();
        }
    }

    public void change(Change change) {
        Sme sme = smes.get(change.sme());
        if (sme.version() != change.version()) {
            throw new Refused("smes.refused.changed");
        }
        smes.mustBeFree(change.facts().email(), sme);
        smes.mustExist(change.facts().exams());
        String before = sme.email();
        String now = change.facts().email();
        NewSme was = sme.facts();
        smes.change(sme, change.facts());
        noteWhatDiffers(was, change.facts());
        smes.flush(now);
        if (!before.equals(now)) {
            outbox.redirect(new EmailAddress(before), new EmailAddress(now), accountMessages.kindsOfAccounts());
            corrected.fire(new AddressCorrected(sme.id()));
        }
    }

    private void noteWhatDiffers(NewSme before, NewSme now) {
        note.changed("email", before.email(), now.email());
        note.changed("name", before.name(), now.name());
        note.changed("country", before.country(), now.country());
        note.changed("zone", before.zone(), now.zone());
        note.changed("employer", before.employer(), now.employer());
        note.changed("expertise", before.expertise(), now.expertise());
        note.changed("languages", before.languages(), now.languages());
        if (!before.exams().equals(now.exams())) {
            note.changed("exams", smes.examCodes(before.exams()), smes.examCodes(now.exams()));
        }
        note.changed("visible", before.visible(), now.visible());
    }

    public void pause(UUID sme) {
        Sme found = smes.get(sme);
        SmeState before = found.state();
        found.pause();
        note.changed("state", before, found.state());
    }

    public void resume(UUID sme) {
        Sme found = smes.get(sme);
        SmeState before = found.state();
        found.resume();
        note.changed("state", before, found.state());
    }
}

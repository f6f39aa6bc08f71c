package org.smeportal.applications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.Text;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/**
 * Tells prepared decisions in one act (R1.3, R3.7). It waits for the undo window as a whole: until then no application, no
 * SME and no mail differs, so an undo has nothing to mend.
 */
@UseCase
@Requires(Permission.MANAGE_APPLICATIONS)
public class PublishDecisions {
    private final Applications applications;
    private final Publications publications;
    private final PublicationWork work;
    private final Outbox outbox;
    private final CurrentUser user;
    private final Text text;
    private final Clock clock;

    @Inject
    public PublishDecisions(
            Applications applications,
            Publications publications,
            PublicationWork work,
            Outbox outbox,
            CurrentUser user,
            Text text,
            Clock clock) {
        this.applications = applications;
        this.publications = publications;
        this.work = work;
        this.outbox = outbox;
        this.user = user;
        this.text = text;
        this.clock = clock;
    }

    /** Exactly those decisions that were on the page. */
    public record Chosen(List<Seen> seen) implements AuditedCommand {
        public Chosen {
            seen = List.copyOf(seen);
        }

        @Override
        public String auditSubject() {
            return seen.size() + " applications";
        }
    }

    /** What waits now and until when, and a sentence for each that was left out. */
    public record Planned(UUID id, int count, Instant appliesAt, List<String> leftOut) {
        public Planned {
            leftOut = List.copyOf(leftOut);
        }
    }

    public Planned plan(Chosen chosen) {
        List<Application> told = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Seen seen : chosen.seen().stream()
                .sorted(Comparator.comparing(Seen::application))
                .toList()) {
            Application application = applications.locked(seen.application());
            if (!application.state().isLive()) {
                leftOut.add(text.of("applications.left.state", application.name(), application.state()));
            } else if (publications.isWaiting(application.id())) {
                leftOut.add(text.of("applications.left.waiting", application.name()));
            } else if (application.decision() == null || !application.standing().equals(seen.standing())) {
                leftOut.add(text.of("applications.left.otherwise", application.name()));
            } else {
                told.add(application);
            }
        }
        if (told.isEmpty()) {
            throw new Refused("applications.refused.none", String.join(" ", leftOut));
        }
        Instant until = outbox.undoableUntil();
        Publication publication = new Publication(user.getName(), clock.instant(), until);
        publications.add(publication, told);
        return new Planned(publication.publicId(), told.size(), until, leftOut);
    }

    /** Nobody was told, and nobody will be; the decisions are prepared as before. */
    public void undo(UUID id) {
        Publication publication = publications.locked(id);
        publication.undo(clock.instant());
        publications.parts(publication).forEach(PublicationPart::settle);
    }

    /** Answers how many are told. */
    public int doNow(UUID id) {
        Publication publication = publications.locked(id);
        publication.mustWait();
        return work.apply(publication);
    }
}

package org.smeportal.applications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Text;
import org.smeportal.smes.SmeOpening;

/** Tells decisions that waited long enough: each application as it stands now, then its mail (R1.4). */
@Repository
class PublicationWork {
    private final Applications applications;
    private final Publications publications;
    private final ApplicationMessages messages;
    private final SmeOpening smes;
    private final Text text;
    private final Clock clock;

    @Inject
    PublicationWork(
            Applications applications,
            Publications publications,
            ApplicationMessages messages,
            SmeOpening smes,
            Text text,
            Clock clock) {
        this.applications = applications;
        this.publications = publications;
        this.messages = messages;
        this.smes = smes;
        this.text = text;
        this.clock = clock;
    }

    /** Answers how many people are told. */
    int apply(Publication publication) {
        int told = 0;
        for (PublicationPart part : publications.parts(publication)) {
            Application application = applications.locked(part.applicationId());
            Optional<String> problem = tell(application, part.decision(), publication.createdBy());
            if (problem.isEmpty()) {
                part.settle();
                told++;
            } else {
                part.leaveOut(problem.get());
            }
        }
        publication.markDone(clock.instant());
        return told;
    }

    private Optional<String> tell(Application application, Decision decision, String by) {
        if (!application.state().isLive()) {
            return Optional.of(text.of("applications.left.state", application.name(), application.state()));
        }
        if (application.decision() != decision) {
            return Optional.of(text.of("applications.left.otherwise", application.name()));
        }
        Long sme = null;
        if (decision == Decision.ACCEPT) {
            try {
                sme = smes.open(newcomer(application.answers()));
            } catch (Refused closedAccount) {
                return Optional.of(text.of("applications.left.problem", application.name(), text.of(closedAccount)));
            }
        }
        publish(application, sme, by);
        messages.stage(application);
        return Optional.empty();
    }

    private void publish(Application application, @Nullable Long sme, String by) {
        Instant now = clock.instant();
        applications.move(application, application.decisionReason(), by, () -> application.publish(sme, now));
    }

    private static SmeOpening.Newcomer newcomer(Answers answers) {
        return new SmeOpening.Newcomer(
                Objects.requireNonNull(answers.email()),
                Objects.requireNonNull(answers.name()),
                Objects.requireNonNull(answers.country()),
                Objects.requireNonNull(answers.zone()),
                answers.employer(),
                answers.expertise(),
                answers.languages());
    }
}

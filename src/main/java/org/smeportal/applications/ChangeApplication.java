package org.smeportal.applications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;

/** An applicant changes what they said while nobody has scored it (R1.2). */
@UseCase
public class ChangeApplication {
    private final Applications applications;
    private final StatusLinks links;
    private final Clock clock;

    @Inject
    public ChangeApplication(Applications applications, StatusLinks links, Clock clock) {
        this.applications = applications;
        this.links = links;
        this.clock = clock;
    }

    /** {@code token}: of the status link; {@code version}: of the answers that the form was opened with. */
    public record Change(@Nullable String token, int version, Answers answers) {}

    @Anonymous("the mailed link is the proof")
    public UUID change(Change change) {
        Application application = open(change.token());
        if (application.version() != change.version()) {
            throw new Refused("applications.refused.otherTab");
        }
        write(application, change.answers());
        return application.publicId();
    }

    /** What was typed into a second form for the same address takes the place of what was said before (R1.1). */
    @Anonymous("the mailed link is the proof")
    public UUID takeOver(@Nullable String token) {
        Application application = open(token);
        Application later = applications
                .unconfirmed(application.email())
                .orElseThrow(() -> new Refused("applications.refused.nothingLater"));
        write(application, later.answers());
        applications.remove(later);
        return application.publicId();
    }

    private Application open(@Nullable String token) {
        Application application = links.locked(token);
        if (application.state() != ApplicationState.SUBMITTED) {
            throw new Refused("applications.refused.late");
        }
        return application;
    }

    private void write(Application application, Answers answers) {
        List<String> missing = answers.missing();
        missing.remove("email");
        if (!missing.isEmpty()) {
            throw new Refused("applications.refused.missing", missing.size()).at(missing.get(0));
        }
        application.write(answers, FormStep.CHECK.number(), clock.instant());
    }
}

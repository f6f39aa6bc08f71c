package org.smeportal.applications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;
import org.smeportal.security.Anonymous;
import org.smeportal.security.LinkTokens;

/** The mailed link proves the address: the application counts from now on, and an answer is promised (R1.1, R1.2). */
@UseCase
public class ConfirmApplication {
    private final Applications applications;
    private final Standings standings;
    private final ApplicationLinks links;
    private final ApplicationMessages messages;
    private final ProgrammeSettings settings;
    private final Clock clock;

    @Inject
    public ConfirmApplication(
            Applications applications,
            Standings standings,
            ApplicationLinks links,
            ApplicationMessages messages,
            ProgrammeSettings settings,
            Clock clock) {
        this.applications = applications;
        this.standings = standings;
        this.links = links;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** {@code status}: the token of the status page. */
    public record Confirmed(String application, String status) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return application;
        }

        @Override
        public String toString() {
            return application;
        }
    }

    /** Confirming twice is no error: it leads to the status again. */
    @Anonymous("the mailed link is the proof")
    public Confirmed confirm(@Nullable String token) {
        LinkTokens.Opened opened =
                links.openConfirm(token).orElseThrow(() -> new Refused("applications.confirm.wrong"));
        Application application = applications
                .lockedIfThere(opened.subject())
                .orElseThrow(() ->
                        new Refused(opened.expired() ? "applications.confirm.expired" : "applications.confirm.gone"));
        if (!application.nonce().equals(opened.nonce())) {
            throw new Refused("applications.confirm.other");
        }
        if (application.state() == ApplicationState.UNCONFIRMED) {
            if (opened.expired()) {
                throw new Refused("applications.confirm.expired");
            }
            count(application);
        }
        return new Confirmed(
                "application:" + application.publicId(),
                links.statusToken(application.id(), application.nonce(), clock.instant()));
    }

    private void count(Application application) {
        Standings.Standing standing = standings.of(application.email(), null);
        if (standing.member()) {
            throw new Refused("applications.confirm.member");
        }
        if (standing.live() != null) {
            throw new Refused("applications.confirm.live");
        }
        Instant now = clock.instant();
        ZoneId zone = ZoneId.of(Objects.requireNonNull(application.answers().zone()));
        LocalDate promised = now.atZone(zone).toLocalDate().plusDays(settings.of(ProgrammeSetting.ANSWER_DAYS));
        applications.move(application, null, () -> application.confirm(promised, now));
        messages.stage(application);
    }
}

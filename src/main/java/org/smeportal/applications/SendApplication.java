package org.smeportal.applications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.Throttle;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;
import org.smeportal.security.Anonymous;

/**
 * The whole form is sent (R1.1). Nothing that comes back says whether the address is known: the same page, the same
 * statements; only the mail, which its owner alone reads, differs. What a machine sent is thanked for and dropped.
 */
@UseCase
public class SendApplication {
    /** Nobody reads four pages in less. */
    static final Duration FASTEST = Duration.ofSeconds(3);

    static final int MOST_FROM = 10;
    static final int MOST_TO = 5;

    private final Applications applications;
    private final Standings standings;
    private final ApplicationMessages messages;
    private final ProgrammeSettings settings;
    private final Throttle throttle;
    private final Clock clock;

    @Inject
    public SendApplication(
            Applications applications,
            Standings standings,
            ApplicationMessages messages,
            ProgrammeSettings settings,
            Throttle throttle,
            Clock clock) {
        this.applications = applications;
        this.standings = standings;
        this.messages = messages;
        this.settings = settings;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** {@code bait}: a field that people do not see and machines fill in. {@code address}: where the request comes from. */
    public record Sending(
            @Nullable String secret,
            int version,
            boolean privacy,
            boolean contactLater,
            @Nullable String bait,
            String address) {}

    /** Answers which application it is; null where nothing was taken. */
    @Anonymous("whoever applies has no account; the address is confirmed by mail")
    public @Nullable UUID send(Sending sending) {
        if (sending.bait() != null && !sending.bait().isBlank()) {
            return null;
        }
        if (!throttle.use("apply", sending.address(), MOST_FROM)) {
            throw new Refused("applications.refused.throttled");
        }
        Application draft = Optional.ofNullable(sending.secret())
                .flatMap(secret -> applications.draft(DraftSecret.hash(secret)))
                .orElseThrow(() -> new Refused("applications.refused.noDraft"));
        Instant now = clock.instant();
        if (now.isBefore(draft.createdAt().plus(FASTEST))) {
            return null;
        }
        if (draft.state() == ApplicationState.UNCONFIRMED && draft.version() != sending.version()) {
            return draft.publicId();
        }
        check(draft, sending);
        if (!throttle.use("apply-to", draft.email(), MOST_TO)) {
            return null;
        }
        Standings.Standing standing = standings.of(draft.email(), draft.inviteId());
        int months = settings.of(ProgrammeSetting.APPLY_AGAIN_MONTHS);
        applications.move(draft, null, () -> draft.send(sending.contactLater(), now));
        answer(draft, standing, months, now);
        return draft.publicId();
    }

    private static void check(Application draft, Sending sending) {
        List<String> missing = draft.answers().missing();
        if (!missing.isEmpty()) {
            throw new Refused("applications.refused.missing", missing.size()).at(missing.get(0));
        }
        if (draft.version() != sending.version()) {
            throw new Refused("applications.refused.otherTabSend");
        }
        if (!sending.privacy()) {
            throw new Refused("applications.refused.privacy").at("privacy");
        }
    }

    private void answer(Application draft, Standings.Standing standing, int months, Instant now) {
        ZoneId zone = ZoneId.of(Objects.requireNonNull(draft.answers().zone()));
        LocalDate today = now.atZone(zone).toLocalDate();
        Long live = standing.live();
        Instant declined = standing.declinedAt();
        if (standing.member()) {
            messages.known(draft);
        } else if (live != null) {
            messages.again(draft, live);
        } else if (declined != null && today.isBefore(ApplyAgain.from(declined, zone, months))) {
            messages.tooSoon(draft, ApplyAgain.from(declined, zone, months));
        } else if (standing.proven()) {
            LocalDate promised = today.plusDays(settings.of(ProgrammeSetting.ANSWER_DAYS));
            applications.move(draft, null, () -> draft.confirm(promised, now));
            messages.stage(draft);
        } else {
            messages.confirm(draft);
        }
    }
}

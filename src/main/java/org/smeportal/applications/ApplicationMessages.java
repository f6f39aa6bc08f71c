package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.TimeText;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.MailComposer;
import org.smeportal.notifications.MailTemplates;
import org.smeportal.notifications.NewMessage;
import org.smeportal.notifications.Outbox;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Text;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;

/** The mails to applicants: one at each change of stage (R1.2), and what the form answers to an address. One recipient each. */
@Repository
public class ApplicationMessages implements MailComposer {

    private static final String CONFIRM = "application-confirm";
    private static final String AGAIN = "application-again";
    private static final String KNOWN = "application-known";
    private static final String WAIT = "application-wait";
    private static final String LINK = "application-link";
    private static final String PROMISE = "application-promise";
    private static final Map<ApplicationState, String> STAGES = Map.of(
            ApplicationState.SUBMITTED, "application-received",
            ApplicationState.IN_REVIEW, "application-review",
            ApplicationState.WAITLISTED, "application-waitlisted",
            ApplicationState.ACCEPTED, "application-accepted",
            ApplicationState.DECLINED, "application-declined",
            ApplicationState.WITHDRAWN, "application-withdrawn");

    private final EntityManager entityManager;
    private final Outbox outbox;
    private final ApplicationLinks links;
    private final ProgrammeSettings settings;
    private final MailTemplates templates;
    private final Text text;
    private final PortalConfig config;

    @Inject
    public ApplicationMessages(
            EntityManager entityManager,
            Outbox outbox,
            ApplicationLinks links,
            ProgrammeSettings settings,
            MailTemplates templates,
            Text text,
            PortalConfig config) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.links = links;
        this.settings = settings;
        this.templates = templates;
        this.text = text;
        this.config = config;
    }

    /** The stage that the application has reached; a decision is told with it. */
    void stage(Application application) {
        String kind = STAGES.get(application.state());
        if (kind == null) {
            throw new IllegalArgumentException("no mail says " + application.state());
        }
        enqueue(kind, application, Map.of());
    }

    /** The promised day of the answer is another one now, and why. */
    void promised(Application application, String reason) {
        enqueue(PROMISE, application, Map.of("reason", reason));
    }

    /** The link to the status page, asked for anew. */
    void link(Application application) {
        enqueue(LINK, application, Map.of());
    }

    /** The form was sent: is the address the applicant's? */
    void confirm(Application sent) {
        enqueue(CONFIRM, sent, Map.of());
    }

    /** The form was sent for an address with an application that counts. */
    void again(Application sent, long live) {
        enqueue(AGAIN, sent, Map.of("live", Long.toString(live)));
    }

    /** The form was sent for the address of somebody who is a member. */
    void known(Application sent) {
        enqueue(KNOWN, sent, Map.of());
    }

    /** The form was sent for the address of somebody who was declined not long ago. */
    void tooSoon(Application sent, LocalDate from) {
        enqueue(WAIT, sent, Map.of("from", from.toString()));
    }

    private void enqueue(String kind, Application application, Map<String, String> parameters) {
        outbox.enqueue(NewMessage.of(
                        kind,
                        application.id(),
                        kind + "." + UUID.randomUUID(),
                        new EmailAddress(application.email()),
                        application.name())
                .with(parameters));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                CONFIRM,
                AGAIN,
                KNOWN,
                WAIT,
                LINK,
                PROMISE,
                "application-received",
                "application-review",
                "application-waitlisted",
                "application-accepted",
                "application-declined",
                "application-withdrawn");
    }

    private record Facts(
            long id,
            String name,
            ZoneId zone,
            String nonce,
            @Nullable LocalDate promisedOn,
            @Nullable String reason,
            @Nullable Instant publishedAt) {}

    @Override
    public Mail compose(OutboxMessage message) {
        String live = message.parameters().get("live");
        long id = live == null ? message.subjectId() : Long.parseLong(live);
        Optional<Facts> facts = facts(id);
        return facts.isEmpty()
                ? mail("application-gone", message.recipientName(), "", new Object[0])
                : mail(
                        message.kind(),
                        message.recipientName(),
                        target(message, facts.get()),
                        arguments(message, facts.get()));
    }

    /** The mail that tells a decision, as it would be if it left now; its link leads nowhere. */
    Mail preview(Decision decision, String name, ZoneId zone, @Nullable String reason, Instant now) {
        LocalDate again = ApplyAgain.from(now, zone, settings.of(ProgrammeSetting.APPLY_AGAIN_MONTHS));
        return mail(
                Objects.requireNonNull(STAGES.get(decision.state())), name, config.url("/apply/status"), new Object[] {
                    TimeText.day(again), reason == null ? "" : reason
                });
    }

    private Mail mail(String kind, String name, String link, Object[] arguments) {
        Map<String, Object> model = new HashMap<>();
        model.put("name", name);
        model.put("title", text.of("applications.mail.title." + kind, arguments));
        model.put(
                "lines",
                List.of(text.of("applications.mail.text." + kind, arguments).split("\n")));
        model.put("link", link);
        model.put("action", text.of("applications.mail.action." + kind));
        return templates.render("application", text.of("applications.mail.subject." + kind), model, null);
    }

    private String target(OutboxMessage message, Facts facts) {
        return switch (message.kind()) {
            case CONFIRM -> links.confirm(facts.id(), facts.nonce(), confirmBy(message));
            case KNOWN -> config.url("/sign-in");
            case WAIT -> config.url("/apply");
            default -> links.status(facts.id(), facts.nonce(), message.createdAt());
        };
    }

    /** {0}: the day that the mail speaks of, {1}: the reason of a decision. */
    private Object[] arguments(OutboxMessage message, Facts facts) {
        String day = switch (message.kind()) {
            case CONFIRM -> TimeText.moment(confirmBy(message), facts.zone()) + " " + TimeText.city(facts.zone());
            case WAIT -> TimeText.day(LocalDate.parse(message.parameters().get("from")));
            case "application-declined" -> TimeText.day(againFrom(facts));
            default -> facts.promisedOn() == null ? "" : TimeText.day(facts.promisedOn());
        };
        String reason = message.parameters().getOrDefault("reason", facts.reason());
        return new Object[] {day, reason == null ? "" : reason};
    }

    private Instant confirmBy(OutboxMessage message) {
        return message.createdAt().plus(Duration.ofDays(settings.of(ProgrammeSetting.CONFIRM_DAYS)));
    }

    private LocalDate againFrom(Facts facts) {
        return ApplyAgain.from(
                facts.publishedAt() == null ? Instant.EPOCH : facts.publishedAt(),
                facts.zone(),
                settings.of(ProgrammeSetting.APPLY_AGAIN_MONTHS));
    }

    private Optional<Facts> facts(long id) {
        return Sql.rows(entityManager.createNativeQuery("""
                        select name, zone, nonce, promised_on, decision_reason, published_at
                        from application where id = ?1 and name is not null and zone is not null""").setParameter(1, id))
                .map(row -> new Facts(
                        id,
                        (String) row[0],
                        ZoneId.of((String) row[1]),
                        (String) row[2],
                        Sql.optionalDate(row[3]),
                        (String) row[4],
                        Sql.optionalInstant(row[5])))
                .findFirst();
    }
}

package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;
import org.smeportal.security.LinkTokens;

/** What an applicant sees of their own application: the draft of their browser, the link to confirm, the status (R1.2). */
@Queries
public class StatusQueries {
    private final EntityManager entityManager;
    private final ApplicationLinks links;
    private final ProgrammeSettings settings;
    private final Clock clock;

    @Inject
    public StatusQueries(EntityManager entityManager, ApplicationLinks links, ProgrammeSettings settings, Clock clock) {
        this.entityManager = entityManager;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the programme promises whoever applies. */
    public record Terms(int answerDays, int confirmDays, int draftDays, int againMonths, int forgetMonths) {}

    public Terms terms() {
        Map<String, Integer> set = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery("select name, value from programme_setting"))
                .forEach(row -> set.put((String) row[0], Integer.parseInt((String) row[1])));
        return new Terms(
                value(set, ProgrammeSetting.ANSWER_DAYS),
                value(set, ProgrammeSetting.CONFIRM_DAYS),
                value(set, ProgrammeSetting.DRAFT_DAYS),
                value(set, ProgrammeSetting.APPLY_AGAIN_MONTHS),
                value(set, ProgrammeSetting.FORGET_MONTHS));
    }

    private static int value(Map<String, Integer> set, ProgrammeSetting setting) {
        return set.getOrDefault(setting.name(), setting.standard());
    }

    /** The form as far as it was filled in; {@code sent}: it waits for the confirmation of its address. */
    public record Draft(int version, int step, boolean sent, Answers answers) {}

    public Optional<Draft> draft(@Nullable String secret) {
        if (secret == null) {
            return Optional.empty();
        }
        return entityManager
                .createQuery("select a from Application a where a.draftHash = :hash", Application.class)
                .setParameter("hash", DraftSecret.hash(secret))
                .getResultStream()
                .findFirst()
                .map(draft -> new Draft(
                        draft.version(), draft.step(), draft.state() == ApplicationState.UNCONFIRMED, draft.answers()));
    }

    /**
     * What a link to confirm would do; it does nothing by itself. {@code problem}: the key of a sentence that says why it
     * would not; {@code status}: the token of the status page when it was used already.
     */
    public record Confirmation(
            @Nullable String problem,
            String email,
            @Nullable String status) {}

    public Confirmation confirmation(@Nullable String token) {
        Optional<LinkTokens.Opened> link = links.openConfirm(token);
        if (link.isEmpty()) {
            return new Confirmation("applications.confirm.wrong", "", null);
        }
        LinkTokens.Opened opened = link.get();
        Application application = entityManager.find(Application.class, opened.subject());
        if (application == null) {
            return new Confirmation(
                    opened.expired() ? "applications.confirm.expired" : "applications.confirm.gone", "", null);
        }
        if (!application.nonce().equals(opened.nonce())) {
            return new Confirmation("applications.confirm.other", "", null);
        }
        if (application.state() != ApplicationState.UNCONFIRMED) {
            return new Confirmation(
                    "applications.confirm.used",
                    application.email(),
                    links.statusToken(application.id(), application.nonce(), clock.instant()));
        }
        return new Confirmation(opened.expired() ? "applications.confirm.expired" : null, application.email(), null);
    }

    /** A stage that the application reached. */
    public record Stage(ApplicationState state, Instant at) {}

    /**
     * {@code overdue}: the promised day is over; {@code reason} and {@code againFrom} of a no that was told; {@code later}:
     * a second form was sent for the same address, at that moment, which can still be taken over.
     */
    public record Status(
            ApplicationState state,
            ZoneId zone,
            int version,
            Answers answers,
            List<String> exams,
            List<Stage> stages,
            @Nullable LocalDate promisedOn,
            boolean overdue,
            @Nullable String reason,
            @Nullable LocalDate againFrom,
            @Nullable Instant later) {

        public boolean canChange() {
            return state == ApplicationState.SUBMITTED;
        }

        public boolean canWithdraw() {
            return state.isLive();
        }

        public boolean isPromised() {
            return promisedOn != null && (state == ApplicationState.SUBMITTED || state == ApplicationState.IN_REVIEW);
        }
    }

    public Optional<Status> status(@Nullable String token) {
        return links.openStatus(token)
                .flatMap(opened -> Optional.ofNullable(entityManager.find(Application.class, opened.subject()))
                        .filter(application -> application.nonce().equals(opened.nonce())))
                .filter(application -> application.answers().zone() != null)
                .map(this::status);
    }

    private Status status(Application application) {
        Answers answers = application.answers();
        ZoneId zone = ZoneId.of(Objects.requireNonNull(answers.zone()));
        LocalDate promised = application.promisedOn();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        boolean declined = application.state() == ApplicationState.DECLINED;
        Instant told = application.publishedAt();
        return new Status(
                application.state(),
                zone,
                application.version(),
                answers,
                exams(application.id()),
                stages(application.id()),
                promised,
                promised != null && today.isAfter(promised),
                declined ? application.decisionReason() : null,
                declined && told != null
                        ? ApplyAgain.from(told, zone, settings.of(ProgrammeSetting.APPLY_AGAIN_MONTHS))
                        : null,
                application.state() == ApplicationState.SUBMITTED ? later(application.email()) : null);
    }

    private List<Stage> stages(long application) {
        return Sql.rows(entityManager
                        .createNativeQuery(
                                "select to_state, at from application_move where application_id = ?1 order by id")
                        .setParameter(1, application))
                .map(row -> new Stage(ApplicationState.valueOf((String) row[0]), Sql.instant(row[1])))
                .toList();
    }

    private List<String> exams(long application) {
        return ((List<?>) entityManager
                        .createNativeQuery("""
                                select concat(e.code, ' ', e.name, ', ', e.level) from application_exam a join exam e on e.id = a.exam_id
                                where a.application_id = ?1 order by e.code""")
                        .setParameter(1, application)
                        .getResultList())
                .stream().map(String.class::cast).toList();
    }

    private @Nullable Instant later(String email) {
        return Sql.optionalInstant(entityManager
                .createNativeQuery("select max(sent_at) from application where email = ?1 and state = 'UNCONFIRMED'")
                .setParameter(1, email)
                .getSingleResult());
    }
}

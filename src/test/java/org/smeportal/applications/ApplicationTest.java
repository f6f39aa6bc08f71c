package org.smeportal.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Refused;

/** The stages of an application (R1.2, R1.3): only the moves that exist, whatever is tried in whatever order. */
class ApplicationTest {
    private static final Instant NOW = Instant.parse("2020-06-02T09:00:00Z");
    private static final LocalDate PROMISED = LocalDate.of(2020, 6, 23);

    /** Everything that can be done to an application, by the name of what it leads to. */
    private static final Map<String, Consumer<Application>> VERBS = verbs();

    private static Map<String, Consumer<Application>> verbs() {
        Map<String, Consumer<Application>> verbs = new LinkedHashMap<>();
        verbs.put("send", a -> a.send(true, NOW));
        verbs.put("confirm", a -> a.confirm(PROMISED, NOW));
        verbs.put("score", one -> one.scored(new Scores(1, null, false)));
        verbs.put("accept", a -> a.decide(Decision.ACCEPT, null, 1, NOW));
        verbs.put("waitlist", a -> a.decide(Decision.WAITLIST, null, 1, NOW));
        verbs.put("decline", a -> a.decide(Decision.DECLINE, "No room.", 1, NOW));
        verbs.put("publish", a -> a.publish(a.decision() == Decision.ACCEPT ? 7L : null, NOW));
        verbs.put("withdraw", Application::withdraw);
        verbs.put("promise", a -> a.promise(PROMISED.plusDays(7)));
        return verbs;
    }

    @Property
    void whateverIsTriedOnlyMovesThatExistHappenAndARefusalChangesNothing(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 8) Integer> tries) {
        Application application = draft();
        for (int which : tries) {
            ApplicationState before = application.state();
            boolean refused = false;
            try {
                List.copyOf(VERBS.values()).get(which).accept(application);
            } catch (Refused e) {
                refused = true;
            }
            ApplicationState after = application.state();
            assertThat(after == before || before.mayBecome(after))
                    .as("%s to %s", before, after)
                    .isTrue();
            if (refused) {
                assertThat(after).isEqualTo(before);
            }
            assertThat(application.confirmedAt() == null)
                    .isEqualTo(EnumSet.of(ApplicationState.DRAFT, ApplicationState.UNCONFIRMED)
                                    .contains(after)
                            || (after == ApplicationState.WITHDRAWN && application.confirmedAt() == null));
        }
    }

    @Test
    void nothingLeadsOutOfTheEnd() {
        for (ApplicationState end :
                EnumSet.of(ApplicationState.ACCEPTED, ApplicationState.DECLINED, ApplicationState.WITHDRAWN)) {
            for (ApplicationState next : ApplicationState.values()) {
                assertThat(end.mayBecome(next)).isFalse();
            }
            assertThat(end.isLive()).isFalse();
        }
    }

    /** R1.1: the link went to the address that was typed wrongly; it must not confirm the corrected one. */
    @Test
    void aCorrectedAddressEndsTheLinksUntilItIsConfirmedAndThenItStays() {
        Application application = draft();
        application.send(false, NOW);
        String mailed = application.nonce();
        application.write(answers("ana@example.org", "Ana Gil-Roca"), 3, NOW);
        assertThat(application.nonce()).isEqualTo(mailed);
        application.write(answers("anna@example.org", "Ana Gil"), 3, NOW);
        assertThat(application.nonce()).isNotEqualTo(mailed);
        application.confirm(PROMISED, NOW);
        application.write(answers("other@example.org", "Ana Gil"), 3, NOW);
        assertThat(application.email()).isEqualTo("anna@example.org");
    }

    @Test
    void answersStayAsTheyAreFromTheFirstScoreOn() {
        Application application = draft();
        application.send(false, NOW);
        application.confirm(PROMISED, NOW);
        application.scored(new Scores(1, null, false));
        assertThatThrownBy(() -> application.write(answers("ana@example.org", "Other"), 3, NOW))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.key()).isEqualTo("applications.refused.late"));
        assertThat(application.name()).isEqualTo("Ana Gil");
    }

    @Test
    void aFormThatWasSentDoesNotLoseWhatItNeeds() {
        Application application = draft();
        application.send(false, NOW);
        assertThatThrownBy(() -> application.write(Answers.none(), 1, NOW))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.field()).isEqualTo("email"));
    }

    @Test
    void aDecisionIsTakenBackByWithdrawing() {
        Application application = draft();
        application.send(false, NOW);
        application.confirm(PROMISED, NOW);
        application.decide(Decision.ACCEPT, null, 1, NOW);
        application.withdraw();
        assertThat(application.decision()).isNull();
        assertThatThrownBy(() -> application.publish(7L, NOW)).isInstanceOf(Refused.class);
    }

    private static Application draft() {
        Application application = new Application("0".repeat(64), null, NOW);
        application.write(answers("ana@example.org", "Ana Gil"), 3, NOW);
        return application;
    }

    private static Answers answers(String email, String name) {
        return new Answers(
                email,
                name,
                "PT",
                "Europe/Lisbon",
                null,
                Set.of(1L),
                null,
                6,
                "storage",
                "English",
                "Because.",
                null,
                Attendance.VIRTUAL);
    }
}

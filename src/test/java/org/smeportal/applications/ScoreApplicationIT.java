package org.smeportal.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Scoring blind (R1.3): what each reviewer gets to see, and when. */
class ScoreApplicationIT {
    private static Rig rig;
    private static QueueStory story;

    @BeforeAll
    static void start() {
        rig = Rig.start(QueueStory.NOW);
        story = new QueueStory(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void nobodyLearnsAnotherReviewersScoresBeforeBothAreIn() {
        UUID id = story.application("Ana Sá");
        story.score(story.priya, id, 4);
        for (Caller other : List.of(story.tomasz, story.ines)) {
            assertThat(story.reviews(other, id)).isEmpty();
            ApplicationRow row = story.row(other, id);
            assertThat(row.scoresIn()).isEqualTo(1);
            assertThat(row.score()).isNull();
            assertThat(row.disagreement()).isFalse();
            assertThat(row.isWaitingForMyScore()).isTrue();
        }
        assertThat(story.reviews(story.priya, id)).singleElement().satisfies(own -> {
            assertThat(own.comment()).isEqualTo("Comment of Priya Nair");
            assertThat(own.total()).isEqualByComparingTo("4");
        });
        assertThat(story.row(story.priya, id).score()).isNull();

        story.score(story.tomasz, id, 3);
        for (Caller reader : List.of(story.priya, story.tomasz, story.ines)) {
            assertThat(story.reviews(reader, id))
                    .extracting(Review::reviewer)
                    .containsExactly("Priya Nair", "Tomasz Lewandowski");
            assertThat(story.row(reader, id).scoreText()).isEqualTo("3.50");
        }
    }

    @Test
    void aPageOfScoredApplicationsOrdersByNothingThatMustNotBeSeen() {
        UUID low = story.application("Order low");
        UUID high = story.application("Order high");
        story.score(story.priya, low, 0);
        story.score(story.priya, high, 4);
        QueueFilter byScore = QueueFilter.parse("search=Order&sort=SCORE");
        List<UUID> seen = story.as(
                story.tomasz,
                () -> rig
                        .get(ApplicationQueries.class)
                        .page(byScore, 2, org.smeportal.kernel.PageRequest.first())
                        .rows()
                        .stream()
                        .map(ApplicationRow::publicId)
                        .toList());
        assertThat(seen).containsExactly(low, high);
        assertThat(rig.get(RubricQueries.class).scored())
                .extracting(WhatIf.Scored::publicId)
                .doesNotContain(low, high);
    }

    @Test
    void ownScoresChangeUntilTheSecondIsInAndAreFixedFromThenOn() {
        UUID id = story.application("Bo Lind");
        story.score(story.priya, id, 1);
        story.score(story.priya, id, 3, "On second thoughts");
        assertThat(story.row(story.priya, id).scoresIn()).isEqualTo(1);
        assertThat(story.reviews(story.priya, id))
                .singleElement()
                .extracting(Review::comment)
                .isEqualTo("On second thoughts");
        story.score(story.tomasz, id, 3);
        assertThatThrownBy(() -> story.score(story.priya, id, 0)).hasMessageContaining("applications.refused.fixed");
        assertThatThrownBy(() -> story.score(story.ines, id, 0)).hasMessageContaining("applications.refused.enough");
        assertThat(story.row(story.ines, id).scoreText()).isEqualTo("3.00");
    }

    @Test
    void theFirstScoreBeginsTheReviewOnceAndTellsTheApplicantOnce() {
        UUID id = story.application("Cy Moreau");
        long before = story.mails("application-review");
        story.score(story.priya, id, 2);
        assertThat(story.state(id)).isEqualTo("IN_REVIEW");
        story.score(story.tomasz, id, 2);
        assertThat(story.mails("application-review")).isEqualTo(before + 1);
        assertThat(rig.count(
                        "select count(*) from application_move m join application a on a.id = m.application_id"
                                + " where a.public_id = ?1",
                        id.toString()))
                .isEqualTo(1);
    }

    @Test
    void threeWhoScoreInTheSameMomentLeaveTwoScores() throws Exception {
        UUID id = story.application("Di Okafor");
        List<Caller> all = List.of(story.priya, story.tomasz, story.ines);
        java.util.concurrent.atomic.AtomicInteger next = new java.util.concurrent.atomic.AtomicInteger();
        List<Boolean> done = Rig.atOnce(3, () -> {
            Caller me = all.get(next.getAndIncrement());
            try {
                story.score(me, id, 2);
                return true;
            } catch (Refused enough) {
                return false;
            }
        });
        assertThat(done).containsExactlyInAnyOrder(true, true, false);
        assertThat(story.reviews(story.priya, id)).hasSize(2);
        assertThat(story.row(story.priya, id).scoreText()).isEqualTo("2.00");
    }

    @Test
    void disagreementIsFoundAndFiltered() {
        UUID apart = story.application("Apart One");
        UUID near = story.application("Apart Two");
        story.score(story.priya, apart, 4);
        story.score(story.tomasz, apart, 1);
        story.score(story.priya, near, 3);
        story.score(story.tomasz, near, 3);
        List<UUID> found = story.as(
                story.ines,
                () -> rig.get(ApplicationQueries.class).all(QueueFilter.parse("search=Apart&disagreement=yes")).stream()
                        .map(ApplicationRow::publicId)
                        .toList());
        assertThat(found).containsExactly(apart);
    }

    @Test
    void aNewVersionOfTheRubricLeavesScoresWithTheirOwn() {
        UUID id = story.application("Eve Rossi");
        Rubric first = rig.get(RubricQueries.class).current();
        story.score(story.priya, id, 2);
        int number = story.as(
                story.ines,
                () -> rig.get(ChangeRubric.class)
                        .change(new ChangeRubric.NewVersion(
                                first.number(),
                                List.of(
                                        Criterion.typed(first.criteria().get(0).name(), "Anew", 50, null),
                                        Criterion.typed("Something new", "New", 50, null)))));
        assertThat(rig.get(RubricQueries.class).current().number()).isEqualTo(number);
        assertThatThrownBy(() -> story.as(
                        story.priya,
                        () -> rig.get(ChangeRubric.class)
                                .change(new ChangeRubric.NewVersion(first.number(), first.criteria()))))
                .hasMessageContaining("rubricChanged");
        story.score(story.tomasz, id, 4);
        assertThat(story.reviews(story.priya, id)).extracting(Review::rubric).containsExactly(first.number(), number);
        assertThat(story.row(story.priya, id).disagreement()).isTrue();
        assertThat(rig.get(RubricQueries.class).versions())
                .extracting(RubricQueries.Version::number)
                .startsWith(number, first.number());
    }

    @Test
    void pointsThatTheRubricDoesNotKnowAreRefusedAndLeaveNothing() {
        UUID id = story.application("Fay Novak");
        Rubric rubric = rig.get(RubricQueries.class).current();
        Map<Long, Integer> tooMany =
                rubric.criteria().stream().collect(Collectors.toMap(Criterion::id, criterion -> 5));
        assertThatThrownBy(() -> story.score(story.priya, id, rubric, tooMany, null))
                .hasMessageContaining("applications.refused.points");
        assertThatThrownBy(() -> story.score(story.priya, id, rubric, Map.of(), null))
                .isInstanceOf(Refused.class);
        assertThat(story.state(id)).isEqualTo("SUBMITTED");
        assertThat(story.row(story.priya, id).scoresIn()).isZero();
    }

    @Test
    void notesAreForProgrammeManagersAtOnceAndTheTrailKeepsNoneOfTheirWords() {
        UUID id = story.application("Gus Weber");
        story.as(story.priya, () -> {
            rig.get(WriteNote.class).write(new WriteNote.Note(id, "Met her at the <stand>."));
            return null;
        });
        assertThat(rig.get(ApplicationQueries.class).notes(id))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("Met her at the <stand>."));
        assertThat(rig.count("select count(*) from audit_entry where detail like '%stand%'"))
                .isZero();
        assertThatThrownBy(() -> new WriteNote.Note(id, "  ")).isInstanceOf(Refused.class);
    }

    @Test
    void aNewPromisedDayIsMailedWithItsReason() {
        UUID id = story.application("Hal Brown");
        LocalDate day = LocalDate.of(2020, 3, 2);
        long before = story.mails("application-promise");
        assertThatThrownBy(() -> promise(id, day, " ")).hasMessageContaining("noPromiseReason");
        assertThatThrownBy(() -> promise(id, LocalDate.of(2020, 2, 3), "Late")).hasMessageContaining("promiseDay");
        promise(id, day, "Half of the reviewers are ill.");
        assertThat(story.row(story.priya, id).promisedOn()).isEqualTo(day);
        assertThat(story.mails("application-promise")).isEqualTo(before + 1);
        assertThat(rig.count("select count(*) from outbox_message where kind = 'application-promise'"
                        + " and parameters like '%Half of the reviewers%'"))
                .isEqualTo(1);
    }

    private static void promise(UUID id, LocalDate day, String reason) {
        rig.as(story.tomasz, () -> rig.get(ChangePromise.class).change(new ChangePromise.NewDay(id, day, reason)));
    }

    @Test
    void nobodyButProgrammeManagersScores() {
        UUID id = story.application("Ida Stone");
        Caller sme = Rig.caller(story.ines.accountId(), "Inês Prado", "Europe/Berlin", Role.SME);
        Caller admin = Rig.caller(story.ines.accountId(), "Inês Prado", "Europe/Berlin", Role.ADMIN);
        assertThatThrownBy(() -> story.score(sme, id, 2)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> story.score(admin, id, 2)).isInstanceOf(Forbidden.class);
    }
}

package org.smeportal.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** The queue (R1.3): filters, orders, neighbours, the file, and as few statements for a thousand as for ten. */
class ApplicationQueriesIT {
    private static Rig rig;
    private static QueueStory story;
    private static UUID muller;
    private static UUID late;

    @BeforeAll
    static void start() {
        rig = Rig.start(QueueStory.NOW);
        story = new QueueStory(rig);
        story.applications(8);
        muller = story.application("Jörg Müller", "jm@example.org", "DE");
        late = story.application("Late One", "late_one@example.org", "FR");
        rig.update(
                "update application set promised_on = '2020-02-02', attendance = 'VIRTUAL' where public_id = ?1",
                late.toString());
        rig.update(
                "update application_exam set exam_id = (select id from exam where code = 'SCS') where application_id ="
                        + " (select id from application where public_id = ?1)",
                muller.toString());
        rig.update("""
                insert into application (public_id, state, nonce, email, name, step, created_at, changed_at)
                values (uuid(), 'UNCONFIRMED', 'n', 'un@example.org', 'Un Confirmed', 4, now(6), now(6))""");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static List<String> names(Caller who, String query) {
        QueueFilter filter = QueueFilter.parse(query);
        return story.as(who, () -> {
            Map<ApplicationState, Long> counts =
                    rig.get(ApplicationQueries.class).counts(filter);
            Page<ApplicationRow> page = rig.get(ApplicationQueries.class)
                    .page(filter, ApplicationQueries.count(counts, filter.tab()), new PageRequest(1, 200));
            assertThat(page.rows()).as("as counted").hasSize((int) page.total());
            return page.rows().stream().map(ApplicationRow::name).toList();
        });
    }

    @Test
    void muellerIsFoundWithoutHisDotsAndWildcardsAreLiteral() {
        assertThat(names(story.priya, "search=muller")).containsExactly("Jörg Müller");
        assertThat(names(story.priya, "search=JORG")).containsExactly("Jörg Müller");
        assertThat(names(story.priya, "search=late_one%40")).containsExactly("Late One");
        assertThat(names(story.priya, "search=%25")).isEmpty();
    }

    @Test
    void filtersNarrowAndTabsCount() {
        assertThat(names(story.priya, "country=DE")).containsExactly("Jörg Müller");
        assertThat(names(story.priya, "attendance=VIRTUAL")).containsExactly("Late One");
        assertThat(names(story.priya, "overdue=yes")).containsExactly("Late One");
        long security = rig.count("select id from exam where code = 'SCS'");
        assertThat(names(story.priya, "exam=" + security)).containsExactly("Jörg Müller");
        assertThat(names(story.priya, "tab=ALL&search=Confirmed")).isEmpty();
        assertThat(names(story.priya, "tab=WAITLISTED")).isEmpty();
        assertThat(names(story.priya, "")).startsWith("Late One");
        assertThat(names(story.priya, "sort=NAME")).last().isEqualTo("Late One");
    }

    @Test
    void waitsForMyScoreIsWhatIAloneHaveNotScoredWhileOneIsMissing() {
        UUID id = story.application("Needs Two");
        assertThat(names(story.priya, "mine=yes&search=Needs")).hasSize(1);
        story.score(story.priya, id, 3);
        assertThat(names(story.priya, "mine=yes&search=Needs")).isEmpty();
        assertThat(names(story.tomasz, "mine=yes&search=Needs")).hasSize(1);
        story.score(story.tomasz, id, 3);
        assertThat(names(story.ines, "mine=yes&search=Needs")).isEmpty();
        assertThat(names(story.ines, "prepared=yes&search=Needs")).isEmpty();
        story.decide(story.priya, Decision.ACCEPT, null, id);
        assertThat(names(story.ines, "prepared=yes&search=Needs")).hasSize(1);
        rig.update("delete from application where public_id = ?1", id.toString());
    }

    @Test
    void neighboursFollowTheOrderOfTheFilter() {
        QueueFilter byName = QueueFilter.parse("sort=NAME");
        ApplicationQueries.Neighbours first = neighbours(byName, "Applicant 0000");
        assertThat(first.before()).isNull();
        assertThat(first.position()).isEqualTo(1);
        assertThat(first.total()).isEqualTo(10);
        ApplicationQueries.Neighbours second = neighbours(byName, "Applicant 0001");
        assertThat(second.before()).isEqualTo(id("Applicant 0000"));
        assertThat(second.after()).isEqualTo(id("Applicant 0002"));
        assertThat(story.as(
                        story.priya,
                        () -> rig.get(ApplicationQueries.class).neighbours(muller, QueueFilter.parse("country=FR"))))
                .isEmpty();
    }

    private static ApplicationQueries.Neighbours neighbours(QueueFilter filter, String name) {
        return story.as(
                story.priya,
                () -> rig.get(ApplicationQueries.class)
                        .neighbours(id(name), filter)
                        .orElseThrow());
    }

    private static UUID id(String name) {
        return UUID.fromString((String) rig.rows("select public_id from application where name = ?1", name)
                .get(0));
    }

    @Test
    void theFileHoldsTheFilteredQueueWithoutFormulas() {
        UUID evil = story.application("=cmd|' /C calc'!A0", "evil@example.org", "PT");
        String file =
                story.as(story.priya, () -> rig.get(ExportApplications.class).csv(QueueFilter.parse("search=evil")));
        assertThat(file.lines()).hasSize(2);
        assertThat(file).contains("\"'=cmd|' /C calc'!A0\"", "\"Portugal\"", "\"SAP\"", "\"Received\"");
        assertThat(rig.count("select count(*) from audit_entry where act = 'ExportApplications.csv'"))
                .isPositive();
        rig.update("delete from application where public_id = ?1", evil.toString());
    }

    @Test
    void listAndPageTakeTheSameStatementsForAThousand() {
        int list = listStatements();
        int one = pageStatements();
        for (int i = 0; i < 10; i++) {
            rig.update("""
                    insert into application (public_id, state, nonce, email, name, country, zone, years_experience,
                        motivation, attendance, step, created_at, changed_at, sent_at, confirmed_at, promised_on, live_key,
                        scores_in)
                    select uuid(), if(n % 2 = 0, 'SUBMITTED', 'IN_REVIEW'), 'n', concat('bulk', n, '@example.org'),
                        concat('Bulk ', n), 'PT', 'Europe/Lisbon', 3, 'M', 'NEARBY', 4, now(6), now(6), now(6), now(6),
                        '2020-02-20', concat('bulk', n, '@example.org'), n % 2
                    from (select seq + ?1 as n from seq_1_to_100) numbers""", i * 100);
        }
        int listLater = listStatements();
        int oneLater = pageStatements();
        rig.update("delete from application where name like 'Bulk %'");
        assertThat(listLater).isEqualTo(list).isLessThanOrEqualTo(4);
        assertThat(oneLater).isEqualTo(one).isLessThanOrEqualTo(6);
    }

    private static int listStatements() {
        QueueFilter filter = QueueFilter.parse("mine=yes");
        return story.as(story.tomasz, () -> {
            ApplicationQueries queries = rig.get(ApplicationQueries.class);
            rig.statements().reset();
            Map<ApplicationState, Long> counts = queries.counts(filter);
            queries.page(filter, ApplicationQueries.count(counts, filter.tab()), PageRequest.first());
            queries.countries();
            return rig.statements().count();
        });
    }

    private static int pageStatements() {
        return story.as(story.tomasz, () -> {
            ApplicationQueries queries = rig.get(ApplicationQueries.class);
            rig.statements().reset();
            ApplicationRow row = queries.one(muller).orElseThrow();
            queries.reviews(List.of(row));
            queries.neighbours(muller, QueueFilter.parse(""));
            queries.notes(muller);
            queries.moves(muller);
            rig.get(RubricQueries.class).current();
            return rig.statements().count();
        });
    }
}

package org.smeportal.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventKind;
import org.smeportal.online.OnlineStory;
import org.smeportal.online.OnlineStory.Member;
import org.smeportal.testing.Rig;

/** Reading feedback takes the same few statements however many answered. */
class FeedbackQueriesIT {

    private static Rig rig;
    private static OnlineStory story;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        story = new OnlineStory(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void summaryFormAndHomeTakeTheSameStatementsAtTenAndAThousandRows() {
        int ten = statements(10, LocalDate.of(2020, 2, 10));
        int thousand = statements(1000, LocalDate.of(2020, 2, 11));
        assertThat(thousand).isEqualTo(ten).isLessThanOrEqualTo(8);
    }

    private static int statements(int count, LocalDate day) {
        Member noor = story.member("Noor", "Europe/Lisbon");
        UUID event = story.workshops.over(EventKind.OTHER, day, "Europe/Berlin", List.of(noor.sme()));
        story.workshops.seat(event, story.workshops.smes(count));
        long id = story.workshops.eventId(event);
        rig.update("""
                insert into feedback (event_id, sme_id, overall, pace, again, to_keep, to_change, by_name, given_at)
                select i.event_id, i.sme_id, 1 + mod(i.id, 5), 'RIGHT', true, 'Keep', 'Change', false, '2020-02-12'
                from invitation i join sme s on s.id = i.sme_id where i.event_id = ?1 and s.name <> 'Noor'""", id);
        rig.statements().reset();
        FeedbackQueries queries = rig.get(FeedbackQueries.class);
        rig.get(EventDirectory.class).byPublicId(event);
        FeedbackQueries.Summary summary = queries.summary(id);
        assertThat(summary.answers()).isEqualTo(count);
        assertThat(summary.there()).isEqualTo(count + 1);
        assertThat(summary.comments()).hasSize(Math.min(200, 2 * count));
        queries.waiting(id);
        assertThat(queries.own(event, noor.caller().accountId())).isPresent();
        assertThat(queries.due(noor.caller().accountId())).hasSize(1);
        return rig.statements().count();
    }
}

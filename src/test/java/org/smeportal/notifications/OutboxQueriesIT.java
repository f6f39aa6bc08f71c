package org.smeportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Sql;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** The outbox page: what it lists, what it hides, and that its cost does not grow with the rows. */
class OutboxQueriesIT {

    private static final OutboxQueries.Filter ALL = new OutboxQueries.Filter(null, "", null, "");
    private static OutboxStory story;

    @BeforeAll
    static void start() {
        story = new OutboxStory(Rig.start(OutboxStory.BEGIN, Rig.config(Duration.ZERO)));
    }

    @AfterAll
    static void stop() {
        story.rig.close();
    }

    @BeforeEach
    void forget() {
        story.forget();
    }

    @Test
    void theListHasTheNewestFirstAndFiltersByStateRecipientAndEvent() {
        story.invite("Ana", "Ben");
        story.invite("Cleo_100%");
        long event = story.rig.count("select event_id from outbox_message where recipient_name = 'Ana'");
        story.rig.update("update outbox_message set state = 'BOUNCED' where recipient_name = 'Ben'");
        assertThat(names(ALL)).containsExactly("Cleo_100%", "Ben", "Ana");
        assertThat(names(new OutboxQueries.Filter(OutboxState.BOUNCED, "", null, "")))
                .containsExactly("Ben");
        assertThat(names(new OutboxQueries.Filter(null, "_100%", null, ""))).containsExactly("Cleo_100%");
        assertThat(names(new OutboxQueries.Filter(null, story.address("Ana"), null, "")))
                .containsExactly("Ana");
        assertThat(names(new OutboxQueries.Filter(null, "", event, ""))).containsExactly("Ben", "Ana");
        assertThat(names(new OutboxQueries.Filter(null, "' or 1=1 --", null, "")))
                .isEmpty();
    }

    @Test
    void eachRowSaysWhichEventItIsAboutAndTheKindsCanBeToldApart() {
        story.invite("Ana");
        assertThat(story.rig
                        .get(OutboxQueries.class)
                        .page(ALL, PageRequest.first())
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.eventTitle()).isEqualTo("Item writing"));
        assertThat(names(new OutboxQueries.Filter(null, "", null, "invitation-invite")))
                .containsExactly("Ana");
        assertThat(names(new OutboxQueries.Filter(null, "", null, "invitation-remind")))
                .isEmpty();
        assertThat(story.rig.get(OutboxQueries.class).kinds()).contains("invitation-remind", "account-reset");
    }

    @Test
    void aMessageIsShownInFullButItsPersonalLinksAreCovered() {
        story.invite("Ana");
        OutboxQueries.Message message = only(story.rig);
        assertThat(message.mail()).isNotNull();
        assertThat(message.masked()).isTrue();
        assertThat(message.mail().text()).contains("https://portal.example.org/rsvp/••••");
        assertThat(message.mail().toString().replace("\r\n ", "")).doesNotContainPattern("/rsvp/[A-Za-z0-9]");
        assertThat(message.links()).containsExactly("https://portal.example.org/rsvp/••••");
    }

    @Test
    void inTheDemoTheLinksAreReal() {
        try (Rig rig = Rig.start(OutboxStory.BEGIN, Rig.config(Duration.ZERO, "none", true))) {
            new OutboxStory(rig).invite("Ana");
            assertThat(only(rig).links()).anyMatch(link -> link.matches(".*/rsvp/[\\w.-]{40,}\\?answer=yes"));
        }
    }

    @Test
    void aMessageThatCannotBeComposedSaysWhy() {
        story.invite("Ana");
        story.rig.update("update outbox_message set kind = 'unheard-of'");
        OutboxQueries.Message message = only(story.rig);
        assertThat(message.mail()).isNull();
        assertThat(message.problem()).contains("unheard-of");
    }

    @Test
    void healthCountsWhatWaitsWhatLeftAndWhatWasRefused() {
        story.invite("Due", "Later", "Tried", "Sent", "Long ago", "Bounced");
        set("Later", "not_before = ?1", OutboxStory.BEGIN.plusSeconds(60));
        set("Tried", "attempts = 1, not_before = ?1", OutboxStory.BEGIN.plusSeconds(60));
        set("Sent", "state = 'SENT', sent_at = ?1", OutboxStory.BEGIN.minus(Duration.ofHours(23)));
        set("Long ago", "state = 'SENT', sent_at = ?1", OutboxStory.BEGIN.minus(Duration.ofHours(25)));
        set("Bounced", "state = 'BOUNCED', not_before = ?1", OutboxStory.BEGIN);
        assertThat(story.rig.get(OutboxQueries.class).health())
                .isEqualTo(new MailHealth(2, OutboxStory.BEGIN, 1, 1, false));
    }

    @Test
    void thePagesAskAsManyStatementsAtTenRowsAsAtAThousand() {
        story.inviteMany(10);
        int list = statements(() -> story.rig.get(OutboxQueries.class).page(ALL, PageRequest.first()));
        int one = statements(() -> only(story.rig));
        int health = statements(() -> story.rig.get(OutboxQueries.class).health());
        story.inviteMany(990);
        assertThat(statements(() -> story.rig.get(OutboxQueries.class).page(ALL, PageRequest.first())))
                .isEqualTo(list)
                .isEqualTo(2);
        assertThat(statements(() -> only(story.rig))).isEqualTo(one).isLessThanOrEqualTo(8);
        assertThat(statements(() -> story.rig.get(OutboxQueries.class).health()))
                .isEqualTo(health)
                .isEqualTo(1);
    }

    @Test
    void onlyWhoMayRetriesAMessage() {
        story.invite("Ana");
        assertThatThrownBy(() -> story.rig.as(
                        Rig.caller(9, "Noor", "Asia/Amman", Role.SME),
                        () -> story.rig.get(RetryMessage.class).retry(1L)))
                .isInstanceOf(Forbidden.class);
    }

    private static void set(String name, String what, java.time.Instant at) {
        story.rig.update("update outbox_message set " + what + " where recipient_name = ?2", Sql.parameter(at), name);
    }

    private static OutboxQueries.Message only(Rig rig) {
        long id = ((Number) rig.rows("select max(id) from outbox_message").get(0)).longValue();
        return rig.get(OutboxQueries.class).one(id).orElseThrow();
    }

    private static List<String> names(OutboxQueries.Filter filter) {
        return story.rig.get(OutboxQueries.class).page(filter, PageRequest.first()).rows().stream()
                .map(OutboxQueries.Row::recipientName)
                .toList();
    }

    private static int statements(Supplier<?> work) {
        story.rig.statements().reset();
        assertThat(work.get()).isNotNull();
        return story.rig.statements().count();
    }
}

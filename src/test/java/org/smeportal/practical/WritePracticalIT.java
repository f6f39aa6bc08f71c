package org.smeportal.practical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.events.Modality;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.practical.PracticalStory.Person;
import org.smeportal.testing.Rig;

/** The practical page (R2.7): written by programme managers, read by those with a seat, notes by one person each. */
class WritePracticalIT {
    private static final PracticalFacts FACTS = new PracticalFacts(
            "Main door\n\nby the river",
            "Ada <Winter>",
            "+1 615 555 01 00",
            "Third floor",
            "Lunch at noon",
            "Tram 3",
            "Click the link",
            "Try your microphone");
    private static Rig rig;
    private static PracticalStory story;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        story = new PracticalStory(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static Optional<PracticalQueries.Own> read(UUID event, Person person) {
        return rig.get(PracticalQueries.class).own(event, person.caller().accountId());
    }

    @Test
    void whoHasASeatReadsThePageAndNobodyElse() {
        UUID event = story.event("Seats");
        Person seated = story.person("Ana Sá");
        Person declined = story.person("Declined");
        Person stranger = story.person("Stranger");
        story.seat(event, Modality.IN_PERSON, seated, declined);
        rig.update(
                "update invitation set status = 'DECLINED', holds_seat = false where sme_id = ?1 and event_id = ?2",
                declined.id(),
                story.eventId(event));
        story.write(event, 0, FACTS);

        assertThat(read(event, seated)).get().satisfies(own -> {
            assertThat(own.facts()).isEqualTo(FACTS);
            assertThat(own.inPerson()).isTrue();
            assertThat(own.online()).isFalse();
            assertThat(own.event().meetingLink()).isEqualTo("https://meet.example.org/room");
        });
        assertThat(read(event, declined)).isEmpty();
        assertThat(read(event, stranger)).isEmpty();
        assertThat(read(UUID.randomUUID(), seated)).isEmpty();
    }

    @Test
    void aTravelNoteIsReadByItsPersonOnly() {
        UUID event = story.event("Notes");
        UUID other = story.event("Other");
        Person ana = story.person("Ana Sá");
        Person jamal = story.person("Jamal Okafor");
        story.seat(event, Modality.IN_PERSON, ana, jamal);
        story.seat(other, Modality.IN_PERSON, ana);
        story.note(event, ana.sme(), "Train 14:07, hotel <River>");
        assertThat(read(event, ana).orElseThrow().note()).isEqualTo("Train 14:07, hotel <River>");
        assertThat(read(event, jamal).orElseThrow().note()).isNull();
        assertThat(read(other, ana).orElseThrow().note()).isNull();

        story.note(event, ana.sme(), "Train 15:07");
        assertThat(read(event, ana).orElseThrow().note()).isEqualTo("Train 15:07");
        story.note(event, ana.sme(), "  ");
        assertThat(read(event, ana).orElseThrow().note()).isNull();
        assertThat(rig.count("select count(*) from audit_entry where detail like '%Train%'"))
                .isZero();
    }

    @Test
    void aNoteGoesToNobodyWithoutASeatThere() {
        UUID event = story.event("Tampered");
        Person elsewhere = story.person("Elsewhere");
        story.seat(story.event("Elsewhere"), Modality.VIRTUAL, elsewhere);
        assertThatThrownBy(() -> story.note(event, elsewhere.sme(), "x")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.note(event, UUID.randomUUID(), "x")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.write(UUID.randomUUID(), 0, FACTS)).isInstanceOf(NotFound.class);
    }

    @Test
    void behindAPersonalLinkThePageOpensWithTheYesAndClosesWithoutIt() {
        UUID event = story.event("Link");
        Person ana = story.person("Ana Sá");
        story.seat(event, Modality.VIRTUAL, ana);
        story.write(event, 0, FACTS);
        UUID invitation =
                UUID.fromString((String) rig.rows("select public_id from invitation where sme_id = ?1", ana.id())
                        .get(0));
        assertThat(rig.get(PracticalQueries.class).ofInvitation(invitation))
                .get()
                .satisfies(own -> assertThat(own.online()).isTrue());
        rig.update("update invitation set status = 'TENTATIVE', holds_seat = false where sme_id = ?1", ana.id());
        assertThat(rig.get(PracticalQueries.class).ofInvitation(invitation)).isEmpty();
    }

    @Test
    void whoSavesSecondIsTold() {
        UUID event = story.event("Twice");
        story.write(event, 0, FACTS);
        int version =
                rig.get(PracticalQueries.class).stored(story.eventId(event)).version();
        assertThatThrownBy(() -> story.write(event, 0, PracticalFacts.NONE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("practical.refused.changed");
        story.write(event, version, PracticalFacts.NONE);
        assertThat(rig.get(PracticalQueries.class)
                        .stored(story.eventId(event))
                        .facts()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anSmeWritesNothing() {
        UUID event = story.event("Forbidden");
        Person ana = story.person("Ana Sá");
        story.seat(event, Modality.IN_PERSON, ana);
        assertThatThrownBy(() -> rig.as(
                        ana.caller(),
                        () -> rig.get(WritePractical.class).write(new WritePractical.Page(event, 0, FACTS))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> rig.as(
                        ana.caller(),
                        () -> rig.get(WritePractical.class).note(new WritePractical.Note(event, ana.sme(), "x"))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aPhoneNumberIsOneAndIsDialledWithoutBlanks() {
        assertThat(FACTS.dial()).isEqualTo("+16155550100");
        assertThatThrownBy(() -> new PracticalFacts(null, null, "call me", null, null, null, null, null))
                .isInstanceOf(Refused.class);
    }
}

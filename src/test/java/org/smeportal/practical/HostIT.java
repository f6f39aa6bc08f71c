package org.smeportal.practical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.Modality;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.practical.PracticalStory.Person;
import org.smeportal.smes.Need;
import org.smeportal.testing.Rig;

/** What the host gets (R2.7): counts without names, the arrival list, its file, badges; few statements for any crowd. */
class HostIT {
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

    private static HostQueries host() {
        return rig.get(HostQueries.class);
    }

    @Test
    void needsAreCountedOfThoseWithASeatOnly() {
        UUID event = story.event("Counts");
        Person ana = story.person("Ana Sá");
        Person jamal = story.person("Jamal Okafor");
        Person mina = story.person("Mina Kowalczyk");
        Person out = story.person("Not coming");
        story.seat(event, Modality.IN_PERSON, ana, jamal);
        story.seat(event, Modality.VIRTUAL, mina);
        story.needs(ana, "Sesame", null, Need.VEGAN, Need.STEP_FREE);
        story.needs(jamal, null, "Aisle seat", Need.VEGAN);
        story.needs(out, "Everything", null, Need.KOSHER);
        long id = story.eventId(event);

        assertThat(host().totals(id)).isEqualTo(new HostQueries.Totals(3, 2, 1, 2));
        assertThat(host().needs(id))
                .containsExactly(new HostQueries.Count(Need.VEGAN, 2), new HostQueries.Count(Need.STEP_FREE, 1));
        assertThat(host().words(id))
                .containsExactly(new HostQueries.Said(true, "Sesame"), new HostQueries.Said(false, "Aisle seat"));
        assertThat(host().arrivals(id, null, PageRequest.first()).rows())
                .extracting(HostQueries.Arrival::name, HostQueries.Arrival::seat)
                .containsExactly(
                        tuple("Ana Sá", Modality.IN_PERSON),
                        tuple("Jamal Okafor", Modality.IN_PERSON),
                        tuple("Mina Kowalczyk", Modality.VIRTUAL));
        assertThat(host().arrivals(id, Modality.VIRTUAL, PageRequest.first()).total())
                .isEqualTo(1);
    }

    @Test
    void theArrivalFileIsSafeForSpreadsheetsAndSaysNoNeed() {
        UUID event = story.event("File");
        Person evil = story.person("=HYPERLINK(\"x\")");
        Person ana = story.person("Ana, \"Sá\"");
        story.seat(event, Modality.IN_PERSON, evil, ana);
        story.seat(event, Modality.VIRTUAL, story.person("Mina Kowalczyk"));
        story.needs(ana, "Sesame", null, Need.VEGAN);
        String csv = rig.as(story.pm, () -> rig.get(ExportArrivals.class).csv(event));
        assertThat(csv)
                .contains("\"'=HYPERLINK(\"\"x\"\")\"", "\"Ana, \"\"Sá\"\"\"", "Portugal", "In person")
                .contains("Tue 10 Mar 2020, 09:00", "America/Chicago", "Tue 10 Mar 2020, 14:00", "Europe/Lisbon")
                .doesNotContain("Sesame", "Vegan", "eeds");
        assertThat(rig.count(
                        "select count(*) from audit_entry where act = 'ExportArrivals.csv' and subject = ?1",
                        event.toString()))
                .isEqualTo(1);
    }

    @Test
    void badgesBearTheNamesOfThoseWhoComeInPersonAsTheyAre() throws IOException {
        UUID event = story.event("Writing & <reviewing>");
        story.seat(
                event,
                Modality.IN_PERSON,
                story.person("Zoë <b>Ňuñez</b> & Đặng"),
                story.person("Ελένη Παπαδοπούλου"),
                story.person("Наталія Щербак"),
                story.person("Արմեն Պետրոսյան"),
                story.person("ნინო ბერიძე"),
                story.person("דוד לוי"),
                story.person("محمد الشريف"),
                story.person("山田太郎"));
        story.seat(event, Modality.VIRTUAL, story.person("Stays Home"));
        byte[] file = print(event, 1);
        try (PDDocument document = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text)
                    .contains(
                            "Zoë <b>Ňuñez</b> & Đặng",
                            "Ελένη Παπαδοπούλου",
                            "Наталія Щербак",
                            "Արմեն Պետրոսյան",
                            "ნინო ბერიძე",
                            "דוד לוי",
                            "محمد الشريف",
                            "Acme & <Sons>",
                            "Portugal",
                            "Writing & <reviewing>")
                    .doesNotContain("#", "山", "Stays Home");
        }
    }

    @Test
    void aLargeEventIsPrintedInPartsAndThereIsNoneAfterTheLast() throws IOException {
        UUID event = story.event("Large");
        story.crowd(event, PrintBadges.PART + 3, Modality.IN_PERSON);
        try (PDDocument first = Loader.loadPDF(print(event, 1));
                PDDocument second = Loader.loadPDF(print(event, 2))) {
            assertThat(first.getNumberOfPages()).isEqualTo(PrintBadges.PART / 10);
            assertThat(second.getNumberOfPages()).isEqualTo(1);
        }
        assertThatThrownBy(() -> print(event, 3)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> print(event, 0)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> print(UUID.randomUUID(), 1)).isInstanceOf(NotFound.class);
    }

    private static byte[] print(UUID event, int part) {
        return rig.as(story.pm, () -> rig.get(PrintBadges.class).print(new PrintBadges.Sheet(event, part)));
    }

    @Test
    void anSmeGetsNeitherListNorBadges() {
        UUID event = story.event("Closed");
        Person ana = story.person("Ana Sá");
        story.seat(event, Modality.IN_PERSON, ana);
        assertThatThrownBy(() ->
                        rig.as(ana.caller(), () -> rig.get(ExportArrivals.class).csv(event)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        rig.as(ana.caller(), () -> rig.get(PrintBadges.class).print(new PrintBadges.Sheet(event, 1))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void hostAndPracticalPageTakeTheSameStatementsAtTenAndAThousandPeople() {
        UUID event = story.event("Crowd");
        Person ana = story.person("Ana Sá");
        story.seat(event, Modality.IN_PERSON, ana);
        story.crowd(event, 10, Modality.IN_PERSON);
        int ten = statements(event, ana);
        story.crowd(event, 990, Modality.VIRTUAL);
        assertThat(statements(event, ana)).isEqualTo(ten);
        assertThat(host().words(story.eventId(event))).hasSize(200);
        assertThat(host().totals(story.eventId(event)).seated()).isEqualTo(1001);
    }

    private static int statements(UUID event, Person person) {
        rig.statements().reset();
        long id = rig.get(EventDirectory.class).byPublicId(event).orElseThrow().id();
        host().totals(id);
        host().needs(id);
        host().words(id);
        host().arrivals(id, null, PageRequest.first());
        int hostPage = rig.statements().count();
        rig.statements().reset();
        rig.get(PracticalQueries.class).own(event, person.caller().accountId());
        int ownPage = rig.statements().count();
        assertThat(hostPage).isLessThanOrEqualTo(8);
        assertThat(ownPage).isLessThanOrEqualTo(3);
        return 100 * hostPage + ownPage;
    }
}

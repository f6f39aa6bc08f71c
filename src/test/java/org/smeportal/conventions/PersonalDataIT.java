package org.smeportal.conventions;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.platform.MessageBundle;
import org.smeportal.privacy.PersonalData;
import org.smeportal.testing.Rig;

/** Of every table somebody decided what it holds of people (R1.5). */
class PersonalDataIT {
    /** Tables that hold nothing of an SME, and why. */
    private static final Map<String, String> NOTHING_PERSONAL = Map.ofEntries(
            entry("flyway_schema_history", "of the database itself"),
            entry("throttle", "hashes of counters, cleared after minutes"),
            entry("programme_setting", "settings; changed_by is an administrator"),
            entry("agreement", "versions; whoever wrote them works for the programme"),
            entry("application_publication", "decisions told together; created_by is a programme manager"),
            entry("audit_seal", "hashes"),
            entry("audit_head", "hashes"),
            entry("exam", "catalogue"),
            entry("exam_domain", "catalogue"),
            entry("exam_task", "catalogue"),
            entry("item_target", "plans"),
            entry("review_round", "plans"),
            entry("feedback_read", "that an author has read, by nobody"),
            entry("review_edit", "texts of items, by a group"),
            entry("item_seal", "which secret texts stand under"),
            entry("badge", "rules"),
            entry("checklist", "what is asked about items; created_by is an administrator"),
            entry("checklist_question", "what is asked about items"),
            entry("rubric", "rules; created_by is a programme manager"),
            entry("rubric_criterion", "rules"),
            entry("venue", "places"),
            entry("venue_room", "places"),
            entry("event", "its lead works for the programme, and whoever does is not deleted"),
            entry("event_session", "agenda"),
            entry("event_practical", "its contact is the host's, written by a programme manager"),
            entry("event_room", "rooms and their links"),
            entry("event_change", "plans; created_by is a programme manager"),
            entry("event_change_part", "plans"),
            entry("item_pair", "decisions about items; decided_by is a programme manager"),
            entry("similarity_ask", "when it was asked about an item, by nobody; cleared after an hour"),
            entry("seat_pool", "counters"));

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static List<PersonalData> holders() {
        return CDI.current().select(PersonalData.class, Any.Literal.INSTANCE).stream()
                .toList();
    }

    @Test
    void everyTableIsExportedAndForgottenOrHoldsNothingPersonal() {
        Set<String> open = new TreeSet<>();
        rig.rows("select table_name from information_schema.tables where table_schema = database()")
                .forEach(table -> open.add(table.toString().toLowerCase(java.util.Locale.ROOT)));
        assertThat(open).containsAll(NOTHING_PERSONAL.keySet());
        open.removeAll(NOTHING_PERSONAL.keySet());
        for (PersonalData holder : holders()) {
            assertThat(holder.tables())
                    .as(holder.section() + " names tables that are not there, or named twice")
                    .allMatch(open::remove);
        }
        assertThat(open).as("""
                        Of these tables nobody has decided what they hold of people. Where a table points to an SME or an account,
                        or keeps a name, an address or words of a person: name it in tables() of the PersonalData of its package
                        (make one when there is none, after the example of tasks.TaskData), read it in of(), clear it in forget(),
                        and give it a row in privacy.Traces, which OwnDataIT and DeletionIT look for. Where it holds nothing of a
                        person: add it with the reason to NOTHING_PERSONAL of this test""").isEmpty();
    }

    @Test
    void everyHolderHasItsOwnPlaceAndWords() {
        Set<Integer> places = new HashSet<>();
        Set<String> sections = new HashSet<>();
        assertThat(holders()).hasSizeGreaterThan(10).allSatisfy(holder -> {
            assertThat(places.add(holder.place()))
                    .as("place of " + holder.section())
                    .isTrue();
            assertThat(sections.add(holder.section())).as(holder.section()).isTrue();
            assertThat(new MessageBundle().containsKey("privacy.section." + holder.section()))
                    .as("privacy.section." + holder.section() + " in messages/privacy.properties")
                    .isTrue();
        });
    }

    @Test
    void everyPartAndColumnHasItsWords() {
        var nobody = new org.smeportal.privacy.Person(
                0, java.util.UUID.randomUUID(), null, "-", "-", "-", java.time.ZoneId.of("Etc/UTC"));
        MessageBundle words = new MessageBundle();
        Set<String> missing = new TreeSet<>();
        for (PersonalData holder : holders()) {
            holder.of(nobody).forEach(part -> {
                if (!words.containsKey("privacy.part." + part.name())) {
                    missing.add("privacy.part." + part.name());
                }
                part.columns().stream()
                        .map(column -> "privacy.column." + column)
                        .filter(key -> !words.containsKey(key))
                        .forEach(missing::add);
            });
        }
        assertThat(missing).as("in messages/privacy.properties").isEmpty();
    }
}

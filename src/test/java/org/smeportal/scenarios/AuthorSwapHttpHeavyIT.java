package org.smeportal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smeportal.security.Role;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.FrozenPortal;
import org.smeportal.testing.HttpUser;
import org.smeportal.testing.MailBox;
import org.smeportal.testing.Masks;
import org.smeportal.testing.Recording;
import org.smeportal.testing.Walk;
import org.smeportal.testing.web.PlantedLeak;

/**
 * Two worlds that differ only in who wrote the items: everybody who is author in neither receives the same from both, by
 * every address, as mail, and as calendar (R6.1). That the comparison would notice is proved by leaks that are planted.
 */
class AuthorSwapHttpHeavyIT {
    private static final Path FOLDER = Path.of("target", "swap");

    /** One of each role; the others ask for the same pages, without trying filters. */
    private static final Set<String> CURIOUS = Set.of("PM", "admin", "SME in the workshop", "nobody");

    /** What is asked for at each moment of a review. */
    private static final Pattern DURING_A_REVIEW =
            Pattern.compile("/app/(reviews/.*|pipeline/(item|seen).*|checks/.*|home|audit/trail|notifications/outbox)");

    /** One world as it was received, and what was received with each leak planted. */
    private record World(Recording recording, Map<PlantedLeak, Recording> planted) {}

    private static World byAna;
    private static World byBo;

    @BeforeAll
    static void record() throws IOException {
        Path jar = FrozenPortal.jar(Files.createDirectories(FOLDER));
        int port = EmbeddedDatabase.freePort();
        EmbeddedDatabase.Connection beginning = SwapStory.beginning(port);
        byAna = world(jar, beginning, port, true);
        byBo = world(jar, beginning, port, false);
    }

    private static World world(Path jar, EmbeddedDatabase.Connection beginning, int port, boolean first) {
        try (FrozenPortal portal = SwapStory.open(jar, beginning, port, FOLDER.resolve(first ? "ana" : "bo"))) {
            Masks masks = new Masks();
            Recording recording = new Recording(masks);
            SwapStory story = SwapStory.lived(portal, first, lived -> new Listens(portal, lived, masks, recording));
            masks.learn(portal.rig());
            everybody(portal, story, recording);
            mails(portal.mail(), recording);
            return new World(recording, planted(portal, story, masks));
        }
    }

    /** Records what a review tells, at each of its moments. */
    private record Listens(FrozenPortal portal, SwapStory story, Masks masks, Recording recording)
            implements SwapStory.Listener {
        @Override
        public void moment(String name) {
            masks.learn(portal.rig());
            Walk walk = new Walk(portal.rig(), story.things(), story.guesses(), recording, name + ": ");
            for (Walk.Person person : people(portal)) {
                walk.of(DURING_A_REVIEW.asMatchPredicate(), person, false);
            }
        }

        @Override
        public void told(String name, HttpResponse<byte[]> answer) {
            masks.learn(portal.rig());
            recording.add(name, answer);
        }
    }

    /** The same addresses again, with each leak. */
    private static Map<PlantedLeak, Recording> planted(FrozenPortal portal, SwapStory story, Masks masks) {
        Map<PlantedLeak, Recording> planted = new EnumMap<>(PlantedLeak.class);
        for (PlantedLeak leak : PlantedLeak.values()) {
            Recording recording = new Recording(masks);
            story.plots().forEach((path, email) -> {
                portal.plant(leak, path, story.itemOfTheWriter());
                recording.add(
                        path,
                        HttpUser.signedIn(portal.url(), portal.rig(), email).ask("GET", path));
            });
            planted.put(leak, recording);
        }
        return planted;
    }

    private static void everybody(FrozenPortal portal, SwapStory story, Recording recording) {
        Walk walk = new Walk(portal.rig(), story.things(), story.guesses(), recording, "");
        for (Walk.Person person : people(portal)) {
            walk.all(person, CURIOUS.contains(person.name()));
            story.feeds().forEach(feed -> walk.ask(person, "GET", feed));
            String messages = "/app/notifications/message/";
            story.messages().stream()
                    .limit(person.may(messages) ? Long.MAX_VALUE : 1)
                    .forEach(number -> walk.ask(person, "GET", messages + number));
            for (String item : story.things().get("item")) {
                recording.add(
                        person.name() + " saves into " + item,
                        Integer.toString(person.user()
                                .postJson(
                                        "/app/items/draft/" + item,
                                        "{\"writer\":\"abcdefghijklmnopqrstuv\",\"known\":0,\"changes\":[]}")
                                .statusCode()));
                var likeness = person.user().postJson("/app/items/likeness/" + item, "{}");
                recording.add(person.name() + " asks what is like " + item, likeness.statusCode() + likeness.body());
            }
        }
    }

    private static List<Walk.Person> people(FrozenPortal portal) {
        return List.of(
                person(portal, "PM", "pm@example.org", Role.PM),
                person(portal, "PM of other exams", "second.pm@example.org", Role.PM),
                person(portal, "admin", "admin@example.org", Role.ADMIN),
                person(portal, "SME in the workshop", "sme@example.org", Role.SME),
                person(portal, "late joiner", SwapStory.LATE, Role.SME),
                person(portal, "SME without a seat", SwapStory.ELSEWHERE, Role.SME),
                new Walk.Person("nobody", HttpUser.anonymous(portal.url()), Set.of()));
    }

    private static Walk.Person person(FrozenPortal portal, String name, String email, Role role) {
        return new Walk.Person(name, HttpUser.signedIn(portal.url(), portal.rig(), email), Set.of(role));
    }

    /** Those to Ana and Bo are theirs. */
    private static void mails(MailBox box, Recording recording) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (MimeMessage mail : box.all()) {
            String to = recipients(mail);
            if (!to.contains(SwapStory.ANA) && !to.contains(SwapStory.BO)) {
                recording.add("mail " + numbers.merge(to, 1, Integer::sum) + " to " + to, text(mail));
            }
        }
    }

    private static String recipients(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getAllRecipients()).map(Address::toString).collect(Collectors.joining(","));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return String.join("\n", Collections.list(mail.getAllHeaderLines())) + "\n"
                    + MailBox.parts(mail).entrySet().stream()
                            .map(part -> part.getKey() + "\n" + part.getValue())
                            .collect(Collectors.joining("\n"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverWroteNeitherReceivesTheSame() throws IOException {
        List<String> differ = byAna.recording().differences(byBo.recording());
        Path report = Files.write(
                FOLDER.resolve("differences.txt"),
                differ.stream()
                        .map(name -> name + "\n" + byAna.recording().difference(byBo.recording(), name) + "\n")
                        .toList());
        assertThat(differ)
                .as(() -> "%s of %s differ, all in %s; the first is %s%n%s"
                        .formatted(
                                differ.size(),
                                byAna.recording().size(),
                                report,
                                differ.get(0),
                                byAna.recording().difference(byBo.recording(), differ.get(0))))
                .isEmpty();
    }

    @Test
    void thereWasSomethingToReceive() {
        Recording all = byAna.recording();
        assertThat(all.answered(status -> status >= 500)).isEmpty();
        assertThat(all.answered(status -> status == 200)).hasSizeGreaterThan(800);
        assertThat(all.with("???")).as("texts without words").isEmpty();
        assertThat(all.with("Which change lets orders be read sooner"))
                .as("who read the items")
                .anyMatch(name -> name.startsWith("PM GET /app/pipeline/item/"))
                .anyMatch(name -> name.startsWith("some voted: late joiner GET /app/reviews/live/"))
                .noneMatch(name -> name.matches(".*(PM of other exams|admin|SME without a seat|nobody) .*"))
                .noneMatch(name -> name.matches("(closed|handed in again): (SME|late).*/reviews/.*"));
        assertThat(all.with("\"tally\":{"))
                .anyMatch(name -> name.startsWith("revealed: SME in the workshop GET /app/reviews/live/"))
                .noneMatch(name -> name.startsWith("some voted"));
        assertThat(all.with("ITM-")).anyMatch(name -> name.startsWith("PM GET /app/pipeline/export"));
        assertThat(all.with("part xl/")).as("tables").isNotEmpty();
        assertThat(all.with("a print of ")).as("prints").isNotEmpty();
        assertThat(all.with("BEGIN:VCALENDAR")).as("feeds").isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = PlantedLeak.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aPlantedLeakIsNoticed(PlantedLeak leak) {
        Recording here = byAna.planted().get(leak);
        Recording there = byBo.planted().get(leak);
        assertThat(here.statuses().values()).containsOnly(200);
        assertThat(here.differences(there))
                .containsExactlyElementsOf(here.statuses().keySet())
                .allSatisfy(name -> assertThat(here.difference(there, name)).contains(leak.evidence()));
    }

    @Test
    void aChangeThatTellsNothingIsNoLeak() {
        Recording here = byAna.planted().get(PlantedLeak.NONE);
        assertThat(here.differences(byBo.planted().get(PlantedLeak.NONE))).isEmpty();
        assertThat(here.with(PlantedLeak.NONE.evidence()))
                .hasSameSizeAs(here.statuses().keySet());
    }
}

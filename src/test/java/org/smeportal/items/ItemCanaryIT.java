package org.smeportal.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smeportal.drafts.Typed;
import org.smeportal.platform.Migration;
import org.smeportal.security.Caller;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** After the database stopped, no word of an item is in any of its files (R9.4). */
class ItemCanaryIT {
    private static final String CONTROL = "zwvcontrolword";
    private static final List<String> WORDS = List.of(
            "qorvanith",
            "belzumare",
            "trivokand",
            "yushelmar",
            "pramdovil",
            "kestunaro",
            "vildumper",
            "osrakteen",
            "munfolger",
            "hastivrel",
            "dorlequis",
            "wembratil",
            "snarvopel",
            "jultikand",
            "efrimoust",
            "galdenwop",
            "brixotare",
            "naptulser",
            "corvedisk",
            "tulmaregh");
    private static final String SENTENCE = "The grey heron counts seven copper ladders at dawn";

    private int word;

    private String said() {
        return SENTENCE + " " + WORDS.get(word++ % WORDS.size()) + ".";
    }

    private ItemText text() {
        List<ItemOption> options = new ArrayList<>();
        for (String id : List.of("a", "b", "c", "d")) {
            options.add(new ItemOption(id, said(), id.equals("a"), said(), id.equals("a") ? "" : said()));
        }
        return new ItemText(
                said(),
                said().replace('.', '?'),
                options,
                List.of(new ItemReference(
                        "r", said(), "https://docs.example.org/" + WORDS.get(0), said(), LocalDate.of(2020, 2, 1))));
    }

    @Test
    void noWordOfAnItemIsInAFileOfTheStoppedDatabase() {
        Path home = Path.of("target", "canary-" + ProcessHandle.current().pid()).toAbsolutePath();
        String temporary = System.getProperty("java.io.tmpdir");
        EmbeddedDatabase server = EmbeddedDatabase.start(home, EmbeddedDatabase.freePort());
        try {
            EmbeddedDatabase.Connection database = server.create("portal_canary");
            Migration.migrate(database.url(), database.user(), database.password());
            try (Rig rig = Rig.on(
                    database.url(),
                    database.user(),
                    database.password(),
                    new StoryClock(WritingRoom.AT_NOON),
                    Rig.config(Duration.ofSeconds(60)))) {
                write(rig);
                rig.update("update exam set name = ?1 where code = 'SAP'", "Exam " + CONTROL);
            }
        } finally {
            server.stop();
            System.setProperty("java.io.tmpdir", temporary);
        }
        assertThat(word).as("every word was used").isGreaterThan(WORDS.size());
        List<String> wanted = new ArrayList<>(WORDS);
        wanted.add(SENTENCE);
        wanted.add(CONTROL);
        assertThat(found(home, wanted))
                .as("the search finds what stands in clear")
                .containsExactly(CONTROL);
    }

    private void write(Rig rig) {
        WritingRoom room = new WritingRoom(rig);
        Caller author = room.author("Ana Ruiz");
        UUID event = room.workshop(author);
        UUID item = room.items.started(author, event, 2);
        room.items.fill(author, item, text());
        rig.clock().advance(Duration.ofMinutes(3));
        room.items.fill(author, item, text());
        waive(rig, author, item);
        room.items.submit(author, item);
        rig.as(room.pm, () -> rig.get(ReadItem.class).read(item, null, ItemViews.Kind.READ));
        rig.as(room.pm, () -> rig.get(JudgeSubmission.class).giveBack(new JudgeSubmission.Judgement(item, 1, said())));
        room.items.fill(author, item, text());
        room.items.submit(author, item);
        rig.as(room.pm, () -> rig.get(JudgeSubmission.class).duplicate(new JudgeSubmission.Judgement(item, 2, said())));
        UUID open = room.items.started(author, event, 2);
        room.items.fill(author, open, text());
        rig.clock().advance(Duration.ofMinutes(3));
        room.items.fill(author, open, text());
        waive(rig, author, open);
        rig.as(author, () -> rig.get(OpenDraft.class).open(open));
    }

    private void waive(Rig rig, Caller author, UUID item) {
        rig.as(
                author,
                () -> rig.get(SaveDraft.class)
                        .save(item, "device-device-device00", List.of(new Typed("waiver.L1@question", said(), 0))));
    }

    private static Set<String> found(Path home, List<String> wanted) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String latin = read(file);
                String lower = latin.toLowerCase(java.util.Locale.ROOT);
                for (String one : wanted) {
                    String wide = new String(one.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
                    if (lower.contains(one.toLowerCase(java.util.Locale.ROOT))
                            || lower.contains(wide.toLowerCase(java.util.Locale.ROOT))) {
                        found.add(one);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

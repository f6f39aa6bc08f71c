package org.smeportal.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Refused;

/** The table of moves is the whole life of an item (items.md 1, R7.4): random walks, legal and illegal, find no other way. */
class LifecycleTest {
    private static final Instant NOW = Instant.parse("2020-02-03T09:00:00Z");

    /** What a walk tries: an act, or a change of the text. */
    private sealed interface Attempt {}

    private record Act(ItemAct act) implements Attempt {}

    private record Change() implements Attempt {}

    /** That a second person looks whether the change is only editorial. */
    private record Ask() implements Attempt {}

    private static Item started() {
        Item item = new Item("ITM-0001", 1, 2L, NOW);
        item.place(1, null);
        return item;
    }

    /** One half of the steps is legal where the item stands, so that walks come far. */
    @Provide
    Arbitrary<List<Integer>> dice() {
        return Arbitraries.integers().between(0, 9_999).list().ofMinSize(1).ofMaxSize(90);
    }

    private static Attempt attempt(Item item, int die) {
        List<Lifecycle.Move> legal = Lifecycle.from(item.status());
        int kind = die % 10;
        if (kind < 2) {
            return die / 10 % 4 == 0 ? new Ask() : new Change();
        }
        if (kind < 8 && !legal.isEmpty()) {
            return new Act(legal.get(die / 10 % legal.size()).act());
        }
        return new Act(ItemAct.values()[die / 10 % ItemAct.values().length]);
    }

    @Property(tries = 2000)
    void onlyMovesOfTheTableHappen(@ForAll("dice") List<Integer> dice) {
        Item item = started();
        for (int die : dice) {
            ItemStatus from = item.status();
            int revision = item.revision();
            boolean waits = item.waitsForEditor();
            Attempt attempt = attempt(item, die);
            boolean happened = happens(item, attempt);
            if (attempt instanceof Act act) {
                boolean listed =
                        Lifecycle.TABLE.stream().anyMatch(move -> move.from() == from && move.act() == act.act());
                assertThat(happened && !listed).as("%s in %s", act, from).isFalse();
                if (happened) {
                    ItemStatus to = item.status();
                    assertThat(Lifecycle.TABLE)
                            .anyMatch(move -> move.from() == from && move.act() == act.act() && move.to() == to);
                    assertThat(item.revision())
                            .as("no move changes what it says")
                            .isEqualTo(revision);
                    assertThat(act.act() == ItemAct.EDITORIAL && !waits)
                            .as("without somebody who was asked")
                            .isFalse();
                    assertThat(item.waitsForEditor()).isFalse();
                } else {
                    assertThat(item.status()).isEqualTo(from);
                }
            } else {
                assertThat(happened)
                        .as("the text changes where it is written")
                        .isEqualTo(
                                attempt instanceof Ask
                                        ? from == ItemStatus.REVISION && !waits
                                        : item.status().isWithAuthor() && !waits);
                assertThat(item.status()).isEqualTo(from);
            }
        }
    }

    @Property(tries = 2000)
    void noRevisionCountsThatWasNotUnscoredBefore(@ForAll("dice") List<Integer> dice) {
        Item item = started();
        Set<Integer> unscored = new HashSet<>();
        for (int die : dice) {
            boolean live = item.status().isLive();
            int revision = item.revision();
            happens(item, attempt(item, die));
            if (item.status() == ItemStatus.UNSCORED_LIVE) {
                unscored.add(item.revision());
            }
            if (item.status() == ItemStatus.SCORED_READY || item.status() == ItemStatus.SCORED_LIVE) {
                assertThat(unscored).contains(item.revision());
            }
            if (live) {
                assertThat(item.revision()).as("a live revision never changes").isEqualTo(revision);
            }
        }
    }

    @Property(tries = 1000)
    void clearedMeansBackToWhereItWasAndOverIsOver(@ForAll("dice") List<Integer> dice) {
        Item item = started();
        ItemStatus before = item.status();
        for (int die : dice) {
            ItemStatus from = item.status();
            Attempt attempt = attempt(item, die);
            boolean happened = happens(item, attempt);
            if (from.isOver()) {
                assertThat(happened).isFalse();
            }
            if (happened && item.status() == ItemStatus.SUSPENDED) {
                before = from;
            }
            if (happened && attempt.equals(new Act(ItemAct.CLEAR))) {
                assertThat(item.status()).isEqualTo(before);
            }
            assertThat(item.ending() != null).isEqualTo(item.status() == ItemStatus.REJECTED);
        }
    }

    @Property(tries = 1000)
    void nothingGoesAroundTheSubmission(@ForAll("dice") List<Integer> dice) {
        Item item = new Item("ITM-0001", 1, 2L, NOW);
        boolean submitted = false;
        for (int die : dice) {
            Attempt attempt = attempt(item, die);
            boolean happened = happens(item, attempt);
            submitted |= happened && attempt.equals(new Act(ItemAct.SUBMIT));
            assertThat(item.status() == ItemStatus.DRAFT || item.status() == ItemStatus.REJECTED || submitted)
                    .isTrue();
            assertThat(submitted).as("without a domain nothing is handed in").isFalse();
        }
    }

    @Test
    void aChangedTextStartsItsStatisticsAnew() {
        Item item = started();
        walk(item, ItemAct.SUBMIT, ItemAct.SCHEDULE, ItemAct.ACCEPT, ItemAct.PASS, ItemAct.PUT_ON_FORM, ItemAct.CLOSE);
        walk(item, ItemAct.PASS, ItemAct.PUT_ON_FORM, ItemAct.ENOUGH_DATA, ItemAct.REVISE);
        item.revised();
        item.waitForEditor(NOW);
        walk(item, ItemAct.EDITORIAL, ItemAct.PASS, ItemAct.PUT_ON_FORM, ItemAct.CLOSE, ItemAct.PASS);
        assertThat(item.status()).isEqualTo(ItemStatus.UNSCORED_READY);
        assertThatThrownBy(() -> item.take(ItemAct.PROMOTE, NOW)).isInstanceOf(Refused.class);
        walk(item, ItemAct.PUT_ON_FORM, ItemAct.ENOUGH_DATA, ItemAct.PROMOTE, ItemAct.PUT_ON_FORM);
        assertThat(item.status()).isEqualTo(ItemStatus.SCORED_LIVE);
    }

    @Test
    void everyStateIsReachedAndEveryOneThatIsNotOverIsLeft() {
        Set<ItemStatus> reached = EnumSet.of(ItemStatus.DRAFT);
        List<ItemStatus> next = new ArrayList<>(reached);
        while (!next.isEmpty()) {
            Lifecycle.from(next.remove(0)).stream()
                    .map(Lifecycle.Move::to)
                    .filter(reached::add)
                    .forEach(next::add);
        }
        assertThat(reached).containsExactlyInAnyOrder(ItemStatus.values());
        for (ItemStatus status : ItemStatus.values()) {
            assertThat(Lifecycle.from(status).isEmpty()).as(status.name()).isEqualTo(status.isOver());
        }
    }

    @Test
    void whatWaitsForAnEditorIsTakenBackUntilSomebodyDecided() {
        Item item = started();
        walk(item, ItemAct.SUBMIT, ItemAct.SCHEDULE, ItemAct.REVISE);
        item.revised();
        assertThatThrownBy(() -> item.take(ItemAct.EDITORIAL, NOW)).isInstanceOf(Refused.class);
        item.waitForEditor(NOW);
        assertThatThrownBy(item::revised).isInstanceOf(Refused.class);
        item.takenBack(NOW);
        item.revised();
        item.waitForEditor(NOW);
        walk(item, ItemAct.RESUBMIT);
        assertThatThrownBy(() -> item.takenBack(NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void nobodyGetsLessTimeThanBefore() {
        Item item = started();
        item.extend(NOW.plusSeconds(100));
        item.extend(NOW.plusSeconds(50));
        assertThat(Objects.requireNonNull(item.writeUntil())).isEqualTo(NOW.plusSeconds(100));
    }

    @Test
    void theDocumentShowsTheTable() throws IOException {
        String document = Files.readString(Path.of("docs/item-lifecycle.md"));
        assertThat(document)
                .as("between the markers stands what Lifecycle.diagram() draws")
                .contains("<!-- diagram -->\n```mermaid\n" + Lifecycle.diagram() + "```\n<!-- /diagram -->");
        assertThat(ItemStatus.values())
                .allSatisfy(status -> assertThat(document).contains("| `" + status + "` |"));
    }

    private static void walk(Item item, ItemAct... acts) {
        if (item.revision() == 0) {
            item.revised();
        }
        for (ItemAct act : acts) {
            item.take(act, NOW);
        }
    }

    private static boolean happens(Item item, Attempt attempt) {
        try {
            if (attempt instanceof Act act) {
                item.take(act.act(), NOW);
            } else if (attempt instanceof Ask) {
                item.waitForEditor(NOW);
            } else {
                item.revised();
            }
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}

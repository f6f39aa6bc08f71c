package org.smeportal.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smeportal.items.WrittenItems;

/** Revisions beside each other, field by field (R5.3). */
class ItemDiffTest {
    private static final ItemText TEXT = WrittenItems.text(1);

    @Test
    void theSameTextHasNoDifference() {
        assertThat(ItemDiff.between(TEXT, WrittenItems.text(1))).isEmpty();
    }

    @Test
    void aChangedFieldIsShownByWordsAndNoOtherIs() {
        ItemText now = new ItemText(
                TEXT.scenario(),
                TEXT.question().replace("LEAST effort", "LEAST cost"),
                TEXT.options(),
                TEXT.references());
        List<ItemDiff.Field> fields = ItemDiff.between(TEXT, now);
        assertThat(fields).singleElement().satisfies(field -> {
            assertThat(field.part()).isEqualTo(ItemDiff.Part.QUESTION);
            assertThat(field.paragraphs().get(0).pieces())
                    .anySatisfy(
                            piece -> assertThat(piece.isAdded() && piece.text().equals("cost"))
                                    .isTrue());
        });
    }

    @Test
    void anOptionIsTheSameOneWhereverItStands() {
        List<ItemOption> turned = new ArrayList<>(TEXT.options());
        Collections.reverse(turned);
        assertThat(ItemDiff.between(TEXT, with(turned)))
                .extracting(ItemDiff.Field::part)
                .containsExactly(ItemDiff.Part.ORDER);
    }

    @Test
    void anotherKeyIsSaidByItsLetter() {
        List<ItemOption> options = TEXT.options().stream()
                .map(option -> new ItemOption(
                        option.id(),
                        option.text(),
                        option.id().equals("c"),
                        option.rationale(),
                        option.misconception()))
                .toList();
        ItemDiff.Field key = ItemDiff.between(TEXT, with(options)).get(0);
        assertThat(key.part()).isEqualTo(ItemDiff.Part.KEY);
        assertThat(key.paragraphs().stream().flatMap(paragraph -> paragraph.pieces().stream()))
                .extracting(piece -> piece.text())
                .containsExactly("A", "C");
    }

    @Test
    void optionsThatCameAndWentAreShownWhole() {
        List<ItemOption> options = new ArrayList<>(TEXT.options());
        options.set(3, new ItemOption("new", "Buy a larger queue.", false, "It is not read sooner.", ""));
        assertThat(ItemDiff.between(TEXT, with(options)))
                .extracting(ItemDiff.Field::part, ItemDiff.Field::place)
                .contains(
                        tuple(ItemDiff.Part.OPTION, "D"),
                        tuple(ItemDiff.Part.OPTION, "D’"),
                        tuple(ItemDiff.Part.MISCONCEPTION, "D’"));
    }

    @Test
    void aReferenceIsComparedWithItsPassage() {
        ItemReference was = TEXT.references().get(0);
        ItemReference is = new ItemReference(was.id(), was.title(), was.url(), "Another passage.", was.accessed());
        ItemText now = new ItemText(TEXT.scenario(), TEXT.question(), TEXT.options(), List.of(is));
        assertThat(ItemDiff.between(TEXT, now))
                .extracting(ItemDiff.Field::part, ItemDiff.Field::place)
                .containsExactly(tuple(ItemDiff.Part.REFERENCE, "1"));
    }

    private static ItemText with(List<ItemOption> options) {
        return new ItemText(TEXT.scenario(), TEXT.question(), options, TEXT.references());
    }
}

package org.smeportal.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

/** Near-duplicates (R5.4): what is compared, the cosine by hand, and many items. */
class CorpusTest {
    private final WordNumbers numbers = new WordNumbers();

    private Corpus.Entry entry(long item, String words, long key, long options) {
        Map<Integer, Integer> counts = new TreeMap<>();
        Arrays.stream(words.split(" ")).forEach(word -> counts.merge(numbers.of(word), 1, Integer::sum));
        return new Corpus.Entry(
                item,
                1,
                1,
                counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream().mapToInt(Integer::intValue).toArray(),
                key,
                options);
    }

    private static ItemWords words(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        Arrays.stream(text.split(" ")).forEach(word -> counts.merge(word, 1, Integer::sum));
        return new ItemWords(counts, 0, 0);
    }

    @Test
    void theCosineIsThatOfAHandComputedExample() {
        // three items; queue stands in two of them, the other words in one each:
        // rarity of queue is 1 + ln(4/3) = 1.287682, of each other 1 + ln(4/2) = 1.693147
        Corpus corpus = new Corpus(
                numbers,
                List.of(entry(1, "queue grows", 0, 0), entry(2, "queue queue shrinks", 0, 0), entry(3, "table", 0, 0)));
        // (1.287682 · 2.575364) / (√(1.287682² + 1.693147²) · √(2.575364² + 1.693147²)) = 0.505824
        assertThat(corpus.figures(1, 2).cosine()).isCloseTo(0.505824, within(1e-5));
        assertThat(corpus.figures(2, 1)).isEqualTo(corpus.figures(1, 2));
        assertThat(corpus.figures(1, 1).cosine()).isCloseTo(1, within(1e-6));
        assertThat(corpus.figures(1, 3).cosine()).isZero();
        assertThat(corpus.figures(1, 4)).isNull();
    }

    @Test
    void aWordThatNoItemHasMakesATextLessLikeTheOthers() {
        Corpus corpus = new Corpus(numbers, List.of(entry(1, "queue grows", 0, 0), entry(2, "table", 0, 0)));
        assertThat(corpus.like(words("queue grows"), 0).get(0).figures().cosine())
                .isCloseTo(1, within(1e-6));
        // both known words weigh 1 + ln(3/2) = 1.405465, the unknown one 1 + ln(3/1) = 2.098612:
        // 2 · 1.405465² / (√(2 · 1.405465²) · √(2 · 1.405465² + 2.098612²)) = 0.687648
        assertThat(corpus.like(words("grows queue unheard"), 0).get(0).figures().cosine())
                .isCloseTo(0.687648, within(1e-5));
        assertThat(corpus.like(words("queue grows"), 1)).isEmpty();
        assertThat(corpus.like(words("unheard"), 0)).isEmpty();
        assertThat(corpus.like(new ItemWords(Map.of(), 0, 0), 0)).isEmpty();
        assertThat(new Corpus(new WordNumbers(), List.of()).like(words("queue"), 0))
                .isEmpty();
    }

    @Test
    void duplicatesByWordsAloneOrWithTheSameKeyOrTheSameOptions() {
        assertThat(new Figures(.8, false, false).isDuplicate()).isTrue();
        assertThat(new Figures(.79, false, false).isDuplicate()).isFalse();
        assertThat(new Figures(.5, true, false).isDuplicate()).isTrue();
        assertThat(new Figures(.49, true, false).isDuplicate()).isFalse();
        assertThat(new Figures(.4, false, true).isDuplicate()).isTrue();
        assertThat(new Figures(.39, true, true).isDuplicate()).isFalse();
    }

    @Test
    void wordsAreStemsAndCodeIsTakenAsItIs() {
        assertThat(ItemWords.counts("The **queues** were growing: a queue, the company's queue."))
                .isEqualTo(Map.of("queue", 3, "grow", 1, "were", 1, "compani", 1));
        assertThat(ItemWords.counts("Runs `aws s3 sync --delete` and ``s3:GetObject``; running"))
                .containsEntry("aws", 1)
                .containsEntry("sync", 1)
                .containsEntry("delete", 1)
                .containsEntry("s3:getobject", 1)
                .containsEntry("run", 2);
        assertThat(ItemWords.counts(" ")).isEmpty();
    }

    @Test
    void keyAndOptionsAreTheSameWhateverStandsBetweenTheirWords() {
        ItemWords one = ItemWords.of(item("Use a *queue*.", "Use a table"));
        ItemWords other = ItemWords.of(item("use a  `queue`", "USE A TABLE!"));
        ItemWords turned = ItemWords.of(item("Use a table", "Use a queue"));
        assertThat(one.key()).isEqualTo(other.key()).isNotEqualTo(turned.key()).isNotZero();
        assertThat(one.options())
                .isEqualTo(other.options())
                .isEqualTo(turned.options())
                .isNotZero();
        ItemWords nothing = ItemWords.of(item("", " "));
        assertThat(nothing.key()).isZero();
        assertThat(nothing.options()).isZero();
        // nothing is no key that two items share
        Corpus corpus = new Corpus(numbers, List.of(entry(1, "queue", 0, 0), entry(2, "queue", 0, 0)));
        assertThat(corpus.figures(1, 2).sameKey()).isFalse();
        assertThat(corpus.figures(1, 2).sameOptions()).isFalse();
    }

    private static ItemText item(String key, String other) {
        return new ItemText(
                "",
                "Which?",
                List.of(new ItemOption("a", key, true, "", ""), new ItemOption("b", other, false, "", "")),
                List.of());
    }

    @Test
    void whatIsFoundByRareWordsIsWhatAllComparisonsFind() {
        List<Corpus.Entry> entries = random(400, 60, new Random(7));
        Corpus corpus = new Corpus(numbers, entries);
        List<Long> duplicates = new ArrayList<>();
        for (Corpus.Entry one : entries) {
            List<Long> all = entries.stream()
                    .filter(other -> other != one
                            && corpus.figures(one.item(), other.item()).cosine() >= Figures.LEAST)
                    .sorted(Comparator.comparingDouble((Corpus.Entry other) ->
                                    corpus.figures(one.item(), other.item()).cosine())
                            .reversed())
                    .map(Corpus.Entry::item)
                    .toList();
            assertThat(corpus.like(one.item()).stream()
                            .map(found -> found.entry().item())
                            .collect(Collectors.toSet()))
                    .isEqualTo(all.stream().collect(Collectors.toSet()));
            all.stream()
                    .filter(other -> other > one.item()
                            && corpus.figures(one.item(), other).isDuplicate())
                    .forEach(duplicates::add);
        }
        assertThat(duplicates).isNotEmpty();
        assertThat(corpus.pairs()).hasSize(Math.min(Corpus.MOST_PAIRS, duplicates.size()));
    }

    @Test
    void tenThousandItemsAreAnsweredWithoutWaiting() {
        List<Corpus.Entry> entries = random(10_000, 20_000, new Random(11));
        long began = System.nanoTime();
        Corpus corpus = new Corpus(numbers, entries);
        corpus.pairs();
        Duration built = Duration.ofNanos(System.nanoTime() - began);
        began = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            corpus.like(i);
        }
        Duration asked = Duration.ofNanos(System.nanoTime() - began).dividedBy(100);
        assertThat(built).isLessThan(Duration.ofSeconds(30));
        assertThat(asked).isLessThan(Duration.ofMillis(100));
    }

    /** Texts of sixty words, common ones far more often than rare ones. */
    private List<Corpus.Entry> random(int items, int vocabulary, Random random) {
        List<Corpus.Entry> entries = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.append(i == 0 ? "" : " ").append("w").append((int) Math.pow(vocabulary, random.nextDouble()));
            }
            entries.add(entry(item, text.toString(), 0, 0));
        }
        return entries;
    }
}

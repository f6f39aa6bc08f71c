package org.smeportal.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All items of an exam at one moment, ready to be asked which are alike; never changed. Exact, and still fast with many
 * items: the words of a text are followed from the rarest on, and only as long as an item that had none of those before
 * could still be alike enough; only items that are found that way are compared.
 */
final class Corpus {
    /** The most pairs that are kept, the most alike of them. */
    static final int MOST_PAIRS = 2000;

    private final WordNumbers numbers;
    private final Entry[] entries;
    private final Map<Long, Integer> places = new HashMap<>();
    private final int[] with;
    private final double[] rarities;
    private final int[][] postings;
    private final Likeness.Vector[] vectors;
    private @Nullable List<Pair> pairs;

    /** {@code words} in ascending order with {@code counts}; {@code revision} is the one that is compared. */
    record Entry(long item, int revision, int domain, int[] words, int[] counts, long key, long options) {}

    record Neighbour(Entry entry, Figures figures) {}

    record Pair(Entry one, Entry other, Figures figures) {}

    Corpus(WordNumbers numbers, List<Entry> all) {
        this.numbers = numbers;
        entries = all.toArray(Entry[]::new);
        with = new int[numbers.size()];
        for (Entry entry : entries) {
            places.put(entry.item(), places.size());
            for (int word : entry.words()) {
                with[word]++;
            }
        }
        rarities = IntStream.range(0, with.length)
                .mapToDouble(word -> Likeness.rarity(entries.length, with[word]))
                .toArray();
        postings = Arrays.stream(with).mapToObj(int[]::new).toArray(int[][]::new);
        vectors = new Likeness.Vector[entries.length];
        int[] filled = new int[with.length];
        for (int place = 0; place < entries.length; place++) {
            Entry entry = entries[place];
            vectors[place] = vector(entry.words(), entry.counts());
            for (int word : entry.words()) {
                postings[word][filled[word]++] = place;
            }
        }
    }

    int size() {
        return entries.length;
    }

    /** Items like a text, the most alike first, but for {@code self}, which is the same item. */
    List<Neighbour> like(ItemWords text, long self) {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        text.counts().keySet().forEach(word -> (isKnown(word) ? known : unknown).add(word));
        known.sort(Comparator.comparingInt(numbers::known));
        known.addAll(unknown);
        int[] words = new int[known.size()];
        int[] counts = new int[known.size()];
        double[] rare = new double[known.size()];
        for (int i = 0; i < words.length; i++) {
            String word = known.get(i);
            // a word that no item has counts in the length of this text only
            words[i] = isKnown(word) ? numbers.known(word) : Integer.MAX_VALUE;
            counts[i] = text.counts().getOrDefault(word, 0);
            rare[i] = isKnown(word) ? rarities[words[i]] : Likeness.rarity(entries.length, 0);
        }
        return neighbours(
                Likeness.vector(words, counts, rare), text.key(), text.options(), places.getOrDefault(self, -1));
    }

    /** Items like one of these, the most alike first; none for an item that is not among them. */
    List<Neighbour> like(long item) {
        Integer place = places.get(item);
        return place == null
                ? List.of()
                : neighbours(vectors[place], entries[place].key(), entries[place].options(), place);
    }

    boolean has(long item) {
        return places.containsKey(item);
    }

    /** How much two of these are alike; null when one is not among them. */
    @Nullable
    Figures figures(long one, long other) {
        Integer a = places.get(one);
        Integer b = places.get(other);
        return a == null || b == null ? null : figures(vectors[a], entries[a].key(), entries[a].options(), b);
    }

    /** The pairs that look like duplicates, the most alike first. */
    synchronized List<Pair> pairs() {
        List<Pair> known = pairs;
        if (known == null) {
            known = findPairs();
            pairs = known;
        }
        return known;
    }

    /** Those with the words of another, and among those with the same key or options the ones that are less alike. */
    private List<Pair> findPairs() {
        Map<Long, List<Integer>> sameKey = places(Entry::key);
        Map<Long, List<Integer>> sameOptions = places(Entry::options);
        Comparator<Pair> order =
                Comparator.comparingDouble(pair -> pair.figures().cosine());
        PriorityQueue<Pair> best = new PriorityQueue<>(order);
        BitSet seen = new BitSet(entries.length);
        for (int place = 0; place < entries.length; place++) {
            Entry entry = entries[place];
            List<Neighbour> found = new ArrayList<>();
            byWords(vectors[place], Figures.ALONE, place + 1, seen);
            also(sameKey.getOrDefault(entry.key(), List.of()), place, seen);
            also(sameOptions.getOrDefault(entry.options(), List.of()), place, seen);
            compare(vectors[place], entry.key(), entry.options(), seen, found);
            for (Neighbour neighbour : found) {
                if (neighbour.figures().isDuplicate()) {
                    best.add(new Pair(entry, neighbour.entry(), neighbour.figures()));
                }
                if (best.size() > MOST_PAIRS) {
                    best.remove();
                }
            }
        }
        return best.stream().sorted(order.reversed()).toList();
    }

    /** Where the entries with each value stand; 0 is none. */
    private Map<Long, List<Integer>> places(ToLongFunction<Entry> value) {
        return IntStream.range(0, entries.length)
                .boxed()
                .filter(place -> value.applyAsLong(entries[place]) != 0)
                .collect(Collectors.groupingBy(place -> value.applyAsLong(entries[place])));
    }

    private static void also(List<Integer> places, int after, BitSet seen) {
        places.stream().filter(place -> place > after).forEach(seen::set);
    }

    private boolean isKnown(String word) {
        int number = numbers.known(word);
        return number >= 0 && number < with.length;
    }

    private Likeness.Vector vector(int[] words, int[] counts) {
        return Likeness.vector(
                words,
                counts,
                Arrays.stream(words).mapToDouble(word -> rarities[word]).toArray());
    }

    private List<Neighbour> neighbours(Likeness.Vector text, long key, long options, int self) {
        BitSet seen = new BitSet(entries.length);
        byWords(text, Figures.LEAST, 0, seen);
        if (self >= 0) {
            seen.clear(self);
        }
        List<Neighbour> found = new ArrayList<>();
        compare(text, key, options, seen, found);
        found.sort(Comparator.comparingDouble((Neighbour one) -> one.figures().cosine())
                .reversed());
        return found;
    }

    /** Marks every place from that one on that can be as much alike, and few others. */
    private void byWords(Likeness.Vector text, double least, int from, BitSet seen) {
        for (int word : rareWords(text, least)) {
            int[] having = postings[word];
            int start = Arrays.binarySearch(having, from);
            for (int i = start < 0 ? -start - 1 : start; i < having.length; i++) {
                seen.set(having[i]);
            }
        }
    }

    /** Of what is marked only what is alike at all; nothing is marked afterwards. */
    private void compare(Likeness.Vector text, long key, long options, BitSet seen, List<Neighbour> found) {
        seen.stream().forEach(place -> {
            Figures figures = figures(text, key, options, place);
            if (figures.cosine() >= Figures.LEAST) {
                found.add(new Neighbour(entries[place], figures));
            }
        });
        seen.clear();
    }

    /** An item without any of these words is less like the text than {@code least}. */
    private int[] rareWords(Likeness.Vector text, double least) {
        int[] order = IntStream.range(0, text.words().length)
                .filter(i -> text.words()[i] < with.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -with[text.words()[i]]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rest = 0;
        int common = 0;
        while (common < order.length) {
            double weight = text.weights()[order[common]];
            rest += weight * weight;
            // a little less, because weights are rounded
            if (rest >= least * least - 1e-4) {
                break;
            }
            common++;
        }
        return IntStream.range(common, order.length)
                .map(i -> text.words()[order[i]])
                .toArray();
    }

    private Figures figures(Likeness.Vector text, long key, long options, int place) {
        Entry entry = entries[place];
        return new Figures(
                Likeness.cosine(text, vectors[place]),
                key != 0 && key == entry.key(),
                options != 0 && options == entry.options());
    }
}

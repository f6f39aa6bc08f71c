package org.smeportal.similarity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The items of each exam as words, in the memory of this node and nowhere else (R9.4). Before an answer it is compared with
 * the database by one statement, so that each node knows what any node did; only revisions that are new are read.
 */
@Singleton
public class SimilarityIndex {
    private static final int READ_AT_ONCE = 200;
    private static final HandedInItems.Stamp NONE = new HandedInItems.Stamp(0, BigDecimal.ZERO);

    private final HandedInItems items;
    private final Map<Long, ExamWords> exams = new ConcurrentHashMap<>();

    @Inject
    public SimilarityIndex(HandedInItems items) {
        this.items = items;
    }

    /** What is known of an exam; changed by one thread at a time, {@code corpus} is read by all. */
    private static final class ExamWords {
        private final WordNumbers numbers = new WordNumbers();
        private final Map<Long, Corpus.Entry> entries = new HashMap<>();
        private HandedInItems.Stamp stamp = NONE;
        private volatile Corpus corpus = new Corpus(numbers, List.of());
    }

    Corpus of(long exam) {
        return Objects.requireNonNull(of(List.of(exam)).get(exam));
    }

    Map<Long, Corpus> of(Collection<Long> wanted) {
        Map<Long, HandedInItems.Stamp> stamps = items.stamps(wanted);
        Map<Long, Corpus> found = new HashMap<>();
        wanted.forEach(exam -> found.put(exam, fresh(exam, stamps.getOrDefault(exam, NONE))));
        return found;
    }

    /** All exams, with their pairs: what takes time is done before somebody asks. Answers how many items there are. */
    public int refresh() {
        Map<Long, HandedInItems.Stamp> stamps = items.stamps();
        exams.keySet().forEach(exam -> stamps.putIfAbsent(exam, NONE));
        int known = 0;
        for (Map.Entry<Long, HandedInItems.Stamp> exam : stamps.entrySet()) {
            Corpus corpus = fresh(exam.getKey(), exam.getValue());
            corpus.pairs();
            known += corpus.size();
        }
        return known;
    }

    private Corpus fresh(long exam, HandedInItems.Stamp stamp) {
        ExamWords words = exams.computeIfAbsent(exam, unknown -> new ExamWords());
        synchronized (words) {
            if (!words.stamp.equals(stamp)) {
                read(exam, words);
                words.stamp = stamp;
            }
            return words.corpus;
        }
    }

    private void read(long exam, ExamWords words) {
        Map<Long, Integer> revisions = items.revisions(exam);
        words.entries.keySet().retainAll(revisions.keySet());
        List<Long> changed = new ArrayList<>();
        revisions.forEach((item, revision) -> {
            Corpus.Entry entry = words.entries.get(item);
            if (entry == null || entry.revision() != revision) {
                changed.add(item);
            }
        });
        for (int from = 0; from < changed.size(); from += READ_AT_ONCE) {
            items.read(changed.subList(from, Math.min(changed.size(), from + READ_AT_ONCE)))
                    .forEach(read -> words.entries.put(read.item(), entry(words.numbers, read)));
        }
        words.corpus = new Corpus(
                words.numbers,
                words.entries.values().stream()
                        .sorted(Comparator.comparingLong(Corpus.Entry::item))
                        .toList());
    }

    private static Corpus.Entry entry(WordNumbers numbers, HandedInItems.Read read) {
        Map<Integer, Integer> counts = new TreeMap<>();
        read.words().counts().forEach((word, count) -> counts.put(numbers.of(word), count));
        return new Corpus.Entry(
                read.item(),
                read.revision(),
                read.domain(),
                counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream().mapToInt(Integer::intValue).toArray(),
                read.words().key(),
                read.words().options());
    }
}

package org.smeportal.smes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.FoldedText;

/**
 * Finds those who may be in the directory twice. Nobody is compared with everybody: people are sorted by each word of their
 * name within their country and within their employer, and compared with their next neighbours; addresses are compared by
 * what they have in common. The work grows with the number of people, not with its square.
 */
final class Lookalikes {
    private static final int NEIGHBOURS = 6;
    private static final double SIMILAR = 0.92;
    private static final int MOST_LETTERS_MORE = 2;
    /** What more people than these have in common is no sign of being the same. */
    private static final int COMMON = 6;

    private static final int SHORTEST_LOCAL_PART = 5;
    private static final Set<String> OFFICES = Set.of(
            "admin",
            "certification",
            "certifications",
            "contact",
            "events",
            "hello",
            "office",
            "sales",
            "support",
            "training",
            "webmaster");
    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

    private final Map<Ids, EnumSet<Likeness>> found = new HashMap<>();
    private final Map<Long, Folded> people;

    private Lookalikes(List<Person> people) {
        this.people = people.stream().collect(Collectors.toMap(Person::id, Folded::of));
    }

    record Person(
            long id,
            UUID publicId,
            String name,
            String email,
            String country,
            @Nullable String employer) {}

    /** Two ids, the smaller one first. */
    record Ids(long one, long other) {
        static Ids of(long a, long b) {
            return a < b ? new Ids(a, b) : new Ids(b, a);
        }
    }

    record Pair(Person one, Person other, Set<Likeness> why, double score) {}

    private record Folded(Person person, String name, List<String> words, String digits) {
        static Folded of(Person person) {
            List<String> words = FoldedText.nameWords(person.name());
            String name = FoldedText.shortened(FoldedText.plain(person.name()));
            return new Folded(person, name, words, name.replaceAll("\\D", ""));
        }
    }

    /** One person under one word of the name, in one surrounding. */
    private record Entry(String key, String surrounding, Folded folded) {}

    /** The likeliest first. */
    static List<Pair> among(List<Person> people, Set<Ids> notTheSame) {
        Lookalikes all = new Lookalikes(people);
        all.compareNames();
        all.compareAddresses();
        return all.found.entrySet().stream()
                .filter(pair -> !notTheSame.contains(pair.getKey()))
                .map(pair -> all.pair(pair.getKey(), pair.getValue()))
                .sorted(Comparator.comparingDouble(Pair::score)
                        .reversed()
                        .thenComparing(pair -> pair.one().name())
                        .thenComparing(pair -> pair.one().id())
                        .thenComparing(pair -> pair.other().id()))
                .toList();
    }

    private Pair pair(Ids ids, Set<Likeness> why) {
        double differ = 1;
        for (Likeness likeness : why) {
            differ *= 1 - likeness.weight();
        }
        return new Pair(person(ids.one()), person(ids.other()), Collections.unmodifiableSet(why), 1 - differ);
    }

    private Person person(long id) {
        Folded folded = people.get(id);
        if (folded == null) {
            throw new IllegalStateException("nobody has the id " + id);
        }
        return folded.person();
    }

    private void compareNames() {
        List<Entry> entries = new ArrayList<>();
        for (Folded folded : people.values()) {
            for (String surrounding : surroundings(folded.person())) {
                for (int at = 0; at < folded.words().size(); at++) {
                    entries.add(new Entry(surrounding + "\n" + beginningWith(at, folded.words()), surrounding, folded));
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::key));
        for (int at = 0; at < entries.size(); at++) {
            Entry one = entries.get(at);
            for (int next = at + 1; next < entries.size() && next <= at + NEIGHBOURS; next++) {
                Entry other = entries.get(next);
                if (!one.surrounding().equals(other.surrounding())) {
                    break;
                }
                compareNames(one.folded(), other.folded());
            }
        }
    }

    private static String beginningWith(int first, List<String> words) {
        StringBuilder key = new StringBuilder(words.get(first));
        for (int at = 0; at < words.size(); at++) {
            if (at != first) {
                key.append(' ').append(words.get(at));
            }
        }
        return key.toString();
    }

    private static List<String> surroundings(Person person) {
        String employer = FoldedText.plain(person.employer()).strip();
        return employer.isEmpty()
                ? List.of("country " + person.country())
                : List.of("country " + person.country(), "employer " + employer);
    }

    private void compareNames(Folded one, Folded other) {
        if (one.person().id() == other.person().id() || !one.digits().equals(other.digits())) {
            return;
        }
        if (one.words().equals(other.words())) {
            note(one, other, one.name().equals(other.name()) ? Likeness.SAME_NAME : Likeness.SAME_WORDS);
        } else if (similar(one.words(), other.words())) {
            note(one, other, Likeness.SIMILAR_NAME);
        }
    }

    /** Word by word, so that a family is not one person: each has its own, and of a longer name some may be left over. */
    private static boolean similar(List<String> some, List<String> others) {
        List<String> fewer = new ArrayList<>(some.size() <= others.size() ? some : others);
        List<String> left = new ArrayList<>(some.size() <= others.size() ? others : some);
        if (fewer.size() < 2) {
            return false;
        }
        boolean sameLength = fewer.size() == left.size();
        fewer.removeIf(left::remove);
        return fewer.isEmpty() || (sameLength && fewer.stream().allMatch(word -> removeNearest(word, left)));
    }

    private static boolean removeNearest(String word, List<String> left) {
        for (String other : left) {
            if (Math.abs(word.length() - other.length()) <= MOST_LETTERS_MORE
                    && LIKENESS.apply(word, other) >= SIMILAR) {
                return left.remove(other);
            }
        }
        return false;
    }

    private void compareAddresses() {
        Map<String, List<Folded>> mailboxes = new HashMap<>();
        Map<String, List<Folded>> localParts = new HashMap<>();
        for (Folded folded : people.values()) {
            String email = folded.person().email();
            int at = email.lastIndexOf('@');
            String local = email.substring(0, at);
            String box = local.replaceFirst("\\+.*", "").replace(".", "");
            mailboxes
                    .computeIfAbsent(box + email.substring(at), key -> new ArrayList<>())
                    .add(folded);
            if (box.length() >= SHORTEST_LOCAL_PART && !OFFICES.contains(box)) {
                localParts.computeIfAbsent(box, key -> new ArrayList<>()).add(folded);
            }
        }
        mailboxes.values().forEach(group -> noteAll(group, Likeness.SAME_MAILBOX));
        localParts.values().stream()
                .filter(group -> group.size() <= COMMON)
                .forEach(group -> noteAll(group, Likeness.SAME_LOCAL_PART));
    }

    private void noteAll(List<Folded> group, Likeness likeness) {
        for (int at = 0; at < group.size(); at++) {
            for (int next = at + 1; next < group.size() && next <= at + NEIGHBOURS; next++) {
                boolean sameHost = host(group.get(at)).equals(host(group.get(next)));
                if (sameHost == (likeness == Likeness.SAME_MAILBOX)) {
                    note(group.get(at), group.get(next), likeness);
                }
            }
        }
    }

    private static String host(Folded folded) {
        String email = folded.person().email();
        return email.substring(email.lastIndexOf('@'));
    }

    private void note(Folded one, Folded other, Likeness likeness) {
        found.computeIfAbsent(Ids.of(one.person().id(), other.person().id()), ids -> EnumSet.noneOf(Likeness.class))
                .add(likeness);
    }
}

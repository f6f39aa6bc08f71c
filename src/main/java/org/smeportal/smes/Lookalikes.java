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
import java.util.regex.Pattern;
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
    /**
     * In words as alike as {@link #SIMILAR}, the parts of both that the other lacks make no more than this: a common
     * beginning adds at most four tenths of what Jaro's mean of three parts leaves open.
     */
    private static final double MOST_LACKING = 3 * (1 - SIMILAR) / 0.6 + 1e-9;

    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
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
            String name = FoldedText.shortened(FoldedText.plain(person.name()));
            return new Folded(
                    person,
                    name,
                    FoldedText.nameWords(person.name()),
                    NO_DIGITS.matcher(name).replaceAll(""));
        }
    }

    /** One person under one word of the name. */
    private record Entry(String key, Folded folded) {}

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
        Map<String, List<Entry>> bySurrounding = new HashMap<>();
        for (Folded folded : people.values()) {
            for (String surrounding : surroundings(folded.person())) {
                List<Entry> entries = bySurrounding.computeIfAbsent(surrounding, key -> new ArrayList<>());
                for (int at = 0; at < folded.words().size(); at++) {
                    entries.add(new Entry(beginningWith(at, folded.words()), folded));
                }
            }
        }
        bySurrounding.values().forEach(this::compareNeighbours);
    }

    private void compareNeighbours(List<Entry> entries) {
        entries.sort(Comparator.comparing(Entry::key));
        for (int at = 0; at < entries.size(); at++) {
            for (int next = at + 1; next < entries.size() && next <= at + NEIGHBOURS; next++) {
                compareNames(entries.get(at).folded(), entries.get(next).folded());
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
        return some.size() <= others.size() ? similarTo(others, some) : similarTo(some, others);
    }

    private static boolean similarTo(List<String> more, List<String> fewer) {
        boolean sameLength = fewer.size() == more.size();
        if (fewer.size() < 2 || !eachMayBeAmong(more, fewer, sameLength)) {
            return false;
        }
        List<String> rest = new ArrayList<>(fewer);
        List<String> left = new ArrayList<>(more);
        rest.removeIf(left::remove);
        return rest.isEmpty() || (sameLength && rest.stream().allMatch(word -> removeNearest(word, left)));
    }

    /** Most names that stand beside each other are not similar, which shows before anything is copied. */
    private static boolean eachMayBeAmong(List<String> more, List<String> fewer, boolean alike) {
        for (String word : fewer) {
            boolean may = false;
            for (int at = 0; at < more.size() && !may; at++) {
                may = word.equals(more.get(at)) || (alike && mayBeAlike(word, more.get(at)));
            }
            if (!may) {
                return false;
            }
        }
        return true;
    }

    private static boolean removeNearest(String word, List<String> left) {
        for (String other : left) {
            if (mayBeAlike(word, other) && LIKENESS.apply(word, other) >= SIMILAR) {
                return left.remove(other);
            }
        }
        return false;
    }

    /** From the lengths and the letters alone. */
    private static boolean mayBeAlike(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MOST_LETTERS_MORE) {
            return false;
        }
        long some = letters(one);
        long others = letters(other);
        return (double) Long.bitCount(some & ~others) / one.length()
                        + (double) Long.bitCount(others & ~some) / other.length()
                <= MOST_LACKING;
    }

    private static long letters(String word) {
        long letters = 0;
        for (int at = 0; at < word.length(); at++) {
            letters |= 1L << word.charAt(at);
        }
        return letters;
    }

    private void compareAddresses() {
        Map<String, List<Folded>> mailboxes = new HashMap<>();
        Map<String, List<Folded>> localParts = new HashMap<>();
        for (Folded folded : people.values()) {
            String email = folded.person().email();
            int at = email.lastIndexOf('@');
            String local = email.substring(0, at);
            int tag = local.indexOf('+');
            String box = (tag < 0 ? local : local.substring(0, tag)).replace(".", "");
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

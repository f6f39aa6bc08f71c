package org.smeportal.reviews;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Deals items and people to groups by a seed that is stored, so that the order can be explained and tells nothing: items come
 * sorted by their random codes and are shuffled within their domain, whoever wrote them (R6.1).
 */
final class Deal {
    private Deal() {}

    /** An item to review. */
    record Card(String code, int domain) {}

    /** Whole domains stay together as far as the groups get the same number of items, one more or less. */
    static List<List<Card>> items(Collection<Card> cards, int groups, long seed) {
        Random random = new Random(seed);
        TreeMap<Integer, List<Card>> domains = new TreeMap<>();
        cards.stream()
                .sorted(Comparator.comparing(Card::code))
                .forEach(card -> domains.computeIfAbsent(card.domain(), none -> new ArrayList<>())
                        .add(card));
        List<Card> row = new ArrayList<>();
        for (List<Card> domain : domains.values()) {
            Collections.shuffle(domain, random);
            row.addAll(domain);
        }
        return cut(row, groups);
    }

    /** Groups of the same size, one more or less; {@code people} in an order that is known to all, such as by id. */
    static List<List<Long>> people(Collection<Long> people, int groups, long seed) {
        List<Long> row = new ArrayList<>(people);
        Collections.sort(row);
        Collections.shuffle(row, new Random(seed));
        return cut(row, groups);
    }

    private static <T> List<List<T>> cut(List<T> row, int groups) {
        List<List<T>> parts = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            parts.add(List.copyOf(row.subList(row.size() * group / groups, row.size() * (group + 1) / groups)));
        }
        return parts;
    }
}

package org.smeportal.similarity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words of an exam's items, each with a number. Only one thread at a time adds; any reads. */
final class WordNumbers {
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    int of(String word) {
        Integer number = numbers.get(word);
        if (number == null) {
            number = numbers.size();
            numbers.put(word, number);
        }
        return number;
    }

    /** -1 for a word that no item has had. */
    int known(String word) {
        return numbers.getOrDefault(word, -1);
    }

    int size() {
        return numbers.size();
    }
}

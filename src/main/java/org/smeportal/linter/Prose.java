package org.smeportal.linter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * A text of an item as the rules read it: {@link #plain} is the Markdown with a blank for each character of code, so that
 * every place in it is the place in the source.
 */
final class Prose {
    private static final int FENCE = 3;

    final String field;
    final String source;
    final String plain;
    final List<Word> words;
    private final Map<String, String> stems = new HashMap<>();

    /** A run of letters and digits, with hyphens and apostrophes inside. */
    record Word(String text, String lower, int from, int to) {
        boolean isShouted() {
            return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(lower);
        }
    }

    Prose(String field, String source) {
        this.field = field;
        this.source = source;
        this.plain = withoutCode(source);
        this.words = words(plain);
    }

    boolean isBlank() {
        return source.isBlank();
    }

    boolean hasCode() {
        return !plain.equals(source);
    }

    Finding.Place place(int from, int to) {
        return new Finding.Place(field, from, to);
    }

    Finding.Place place(Word word) {
        return place(word.from, word.to);
    }

    Finding.Place all() {
        return Finding.Place.all(field);
    }

    /** How many characters candidates read, without code and with one space between words. */
    int length() {
        return plain.strip().replaceAll("\\s+", " ").length();
    }

    Set<String> stems(int letters) {
        Set<String> stems = new HashSet<>();
        for (Word word : words) {
            if (word.lower.length() >= letters) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    /** Stems are the dearest part of a check: each word of a text has its own worked out once. */
    String stem(Word word) {
        return stems.computeIfAbsent(word.lower, Prose::stem);
    }

    /** Whether the words of the phrase stand there one after the other, beginning with the word at that index. */
    private boolean standsAt(int index, List<String> phrase) {
        if (index < 0 || index + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!words.get(index + i).lower.equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word at the index is part of one of the phrases. */
    boolean isIn(int index, Set<String> phrases) {
        for (String text : phrases) {
            List<String> phrase = List.of(text.split(" "));
            for (int start = index - phrase.size() + 1; start <= index; start++) {
                if (standsAt(start, phrase)) {
                    return true;
                }
            }
        }
        return false;
    }

    static String stem(String lower) {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(lower);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /** Where the last sentence begins. */
    int lastSentence() {
        int end = plain.stripTrailing().length() - 1;
        for (int i = end - 1; i >= 0; i--) {
            if (".?!\n".indexOf(plain.charAt(i)) >= 0 && Character.isWhitespace(plain.charAt(i + 1))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The words of each sentence: one ends with a full stop, question or exclamation mark before a space, or an empty line. */
    List<List<Word>> sentences() {
        List<List<Word>> sentences = new ArrayList<>();
        List<Word> sentence = new ArrayList<>();
        int before = 0;
        for (Word word : words) {
            if (endsBetween(before, word.from) && !sentence.isEmpty()) {
                sentences.add(sentence);
                sentence = new ArrayList<>();
            }
            sentence.add(word);
            before = word.to;
        }
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
        return sentences;
    }

    private boolean endsBetween(int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            char c = plain.charAt(i);
            lines += c == '\n' ? 1 : 0;
            if (lines > 1 || (".?!".indexOf(c) >= 0 && i + 1 < to && Character.isWhitespace(plain.charAt(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int from = at;
            while (at < text.length() && (isPart(text.charAt(at)) || isJoint(text, at))) {
                at++;
            }
            String word = text.substring(from, at);
            words.add(new Word(word, word.toLowerCase(Locale.ROOT), from, at));
        }
        return List.copyOf(words);
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static boolean isJoint(String text, int at) {
        return "-'’.,".indexOf(text.charAt(at)) >= 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** Fenced blocks and code spans become blanks; what is never closed is no code span, but is a fenced block. */
    private static String withoutCode(String source) {
        StringBuilder text = new StringBuilder(source);
        int unclosed = 0;
        int at = 0;
        while (at < source.length()) {
            if (source.charAt(at) != '`' && source.charAt(at) != '~') {
                at++;
                continue;
            }
            char mark = source.charAt(at);
            int run = run(source, at, mark);
            boolean fence = run >= FENCE && beginsLine(source, at);
            if (!fence && (mark == '~' || run == unclosed)) {
                at += run;
                continue;
            }
            int end = close(source, at + run, mark, run, fence);
            if (end < 0 && !fence) {
                unclosed = run;
                at += run;
                continue;
            }
            end = end < 0 ? source.length() : end;
            for (int i = at; i < end; i++) {
                text.setCharAt(i, source.charAt(i) == '\n' ? '\n' : ' ');
            }
            at = end;
        }
        return text.toString();
    }

    private static int close(String source, int from, char mark, int length, boolean fence) {
        int at = source.indexOf(mark, from);
        while (at >= 0) {
            int run = run(source, at, mark);
            if (fence ? run >= length && beginsLine(source, at) : run == length) {
                return at + run;
            }
            at = source.indexOf(mark, at + run);
        }
        return -1;
    }

    private static boolean beginsLine(String source, int at) {
        int before = at - 1;
        while (before >= 0 && source.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || source.charAt(before) == '\n';
    }

    private static int run(String source, int at, char mark) {
        int end = at;
        while (end < source.length() && source.charAt(end) == mark) {
            end++;
        }
        return end - at;
    }
}

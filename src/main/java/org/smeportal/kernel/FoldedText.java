package org.smeportal.kernel;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts as a search compares them: in small letters, without accents, letters that no accent explains by their plain
 * spelling (ø o, ł l, ß ss, æ ae). An umlaut is also written as two letters, so each word that has such a pair counts in
 * the short spelling too: "Mueller" and "Müller" find each other.
 */
public final class FoldedText {
    /** More words than these are no search but a paste. */
    public static final int MOST_WORDS = 8;

    /** Accents of Latin, Greek and Cyrillic; signs that carry a vowel in other scripts stay. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF]+");

    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            letter('ø', "o"),
            letter('ł', "l"),
            letter('đ', "d"),
            letter('ð', "d"),
            letter('ħ', "h"),
            letter('ŧ', "t"),
            letter('ŋ', "n"),
            letter('ß', "ss"),
            letter('æ', "ae"),
            letter('œ', "oe"),
            letter('þ', "th"),
            letter('ı', "i"),
            letter('ə', "e"),
            letter('ς', "σ"),
            letter('’', "'"),
            letter('‘', "'"),
            letter('`', "'"),
            letter('´', "'"));

    /** What is written in these has no accents and no letters of others. */
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s,\\p{Z}]+");

    private FoldedText() {}

    private static Map.Entry<Integer, String> letter(char letter, String plain) {
        return Map.entry((int) letter, plain);
    }

    /** "Łukasz MÜLLER" is "lukasz muller". */
    public static String plain(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (ASCII.matcher(text).matches()) {
            return text.toLowerCase(Locale.ROOT).replace('`', '\'');
        }
        String decomposed = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> plain.append(LETTERS.getOrDefault(c, Character.toString(c))));
        return Normalizer.normalize(ACCENTS.matcher(plain).replaceAll(""), Normalizer.Form.NFC);
    }

    /** The plain text with each umlaut that was written as two letters as one: "mueller" is "muller". */
    public static String shortened(String plain) {
        return plain.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("aa", "a");
    }

    /** What a search looks into: the texts in their plain spelling, then the words that have a shorter one. */
    public static String index(int most, @Nullable String... texts) {
        String plain = Arrays.stream(texts)
                .map(FoldedText::plain)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        Set<String> shorter = new LinkedHashSet<>();
        for (String word : BLANKS.split(plain, -1)) {
            if (!shortened(word).equals(word)) {
                shorter.add(shortened(word));
            }
        }
        String index = shorter.isEmpty() ? plain : plain + "\n" + String.join("\n", shorter);
        return index.length() <= most ? index : index.substring(0, most);
    }

    /** The words of a query, each in its plain spelling; all of them are asked for, in whatever order. */
    public static List<String> words(@Nullable String query) {
        return Arrays.stream(BLANKS.split(plain(query)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** The letters and digits of a name as words in the order of the alphabet, in the short spelling. */
    public static List<String> nameWords(String name) {
        return Arrays.stream(NO_NAME.split(shortened(plain(name))))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
    }
}

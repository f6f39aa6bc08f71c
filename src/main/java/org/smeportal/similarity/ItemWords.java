package org.smeportal.similarity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

/**
 * What of an item is compared: the words of scenario and question with how often they stand there, as stems without the most
 * common ones; what stands in code is taken as it is. Of key and options only digests are kept; 0 when there is nothing.
 */
record ItemWords(Map<String, Integer> counts, long key, long options) {
    private static final Pattern CODE = Pattern.compile("(?s)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
    private static final Pattern IN_CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:/*-]*");
    private static final EnglishAnalyzer ENGLISH = new EnglishAnalyzer();

    static ItemWords of(ItemText text) {
        List<String> options = text.options().stream()
                .map(ItemOption::text)
                .map(ItemWords::normal)
                .filter(option -> !option.isEmpty())
                .sorted()
                .toList();
        return new ItemWords(
                counts(text.scenario() + "\n\n" + text.question()),
                digest(text.key().map(key -> normal(key.text())).orElse("")),
                options.size() < 2 ? 0 : digest(String.join("\n", options)));
    }

    static Map<String, Integer> counts(String markdown) {
        Map<String, Integer> counts = new TreeMap<>();
        StringBuilder prose = new StringBuilder();
        Matcher code = CODE.matcher(markdown);
        int from = 0;
        while (code.find()) {
            prose.append(markdown, from, code.start()).append(' ');
            IN_CODE.matcher(code.group(2))
                    .results()
                    .forEach(word -> counts.merge(word.group().toLowerCase(Locale.ROOT), 1, Integer::sum));
            from = code.end();
        }
        prose.append(markdown, from, markdown.length());
        try (TokenStream words = ENGLISH.tokenStream("text", prose.toString())) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                counts.merge(word.toString(), 1, Integer::sum);
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counts;
    }

    /** Letters and digits in small letters, whatever stands between them. */
    static String normal(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static long digest(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

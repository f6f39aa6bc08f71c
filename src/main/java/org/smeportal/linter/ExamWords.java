package org.smeportal.linter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smeportal.platform.Csv;

/**
 * The words of an exam: {@code db/catalogue/services.csv} (names of services, retired ones with what replaces them, the year
 * where the source tells it, and the page that says so) and {@code lint-words.csv}, whose lines count for all exams ({@code *}) or for one. Both are read once and never change.
 */
public final class ExamWords {
    private static final String SERVICES = "/db/catalogue/services.csv";
    private static final String WORDS = "/db/catalogue/lint-words.csv";
    private static final List<String> SERVICES_HEADER = List.of("name", "aliases", "replaced_by", "year", "source");
    private static final List<String> WORDS_HEADER = List.of("exam", "kind", "word");
    private static final String EVERY_EXAM = "*";

    /** What a word of the list is for; in the file in small letters with hyphens. */
    public enum Kind {
        NEGATIVE,
        SUBORDINATE,
        HARMLESS,
        LEAST,
        ABSOLUTE,
        ABSOLUTE_HARMLESS,
        VAGUE,
        SUPERLATIVE,
        SUPERLATIVE_HARMLESS,
        CRITERION,
        COMMON,
        COLOUR,
        COLOUR_NOUN,
        NEUTRAL_NAME
    }

    /**
     * A name that is used no more.
     *
     * @param by what takes its place; empty where nothing does
     * @param year empty where the source does not tell it
     * @param source the page that says so
     */
    public record Retired(String name, String by, String year, String source) {
        /** Of the source. */
        public String host() {
            return URI.create(source).getHost();
        }
    }

    private final Map<Kind, Set<String>> words;
    private final List<String> names;
    private final Map<String, Retired> retired;
    private final Set<String> commonStems;

    private ExamWords(Map<Kind, Set<String>> words, List<String> names, Map<String, Retired> retired) {
        this.words = words;
        this.names = names;
        this.retired = retired;
        this.commonStems = words(Kind.COMMON).stream().map(Prose::stem).collect(Collectors.toUnmodifiableSet());
    }

    /** The lists for the exam of that code; an exam that no line names has those of all exams. */
    public static ExamWords of(String exam) {
        return parse(exam, file(SERVICES), file(WORDS));
    }

    static ExamWords parse(String exam, String services, String words) {
        List<String> names = new ArrayList<>();
        Map<String, Retired> retired = new LinkedHashMap<>();
        for (Csv.Line line : lines(services, SERVICES, SERVICES_HEADER)) {
            List<String> all = new ArrayList<>();
            all.add(filled(line, 0, SERVICES));
            Arrays.stream(line.fields().get(1).split(";"))
                    .filter(alias -> !alias.isBlank())
                    .forEach(all::add);
            names.addAll(all);
            retired(line).ifPresent(one -> all.forEach(name -> retired.put(name, one)));
        }
        for (Retired one : retired.values()) {
            if (!one.by().isEmpty() && !names.contains(one.by())) {
                throw new IllegalStateException(SERVICES + " replaces by " + one.by() + ", which has no line");
            }
        }
        names.sort(Comparator.comparing(String::length).reversed());
        return new ExamWords(kinds(exam, words), List.copyOf(names), Map.copyOf(retired));
    }

    /** What is retired names its source. */
    private static Optional<Retired> retired(Csv.Line line) {
        List<String> fields = line.fields().stream().map(String::strip).toList();
        if (fields.get(2).isEmpty() && fields.get(3).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Retired(fields.get(0), fields.get(2), fields.get(3), filled(line, 4, SERVICES)));
    }

    private static Map<Kind, Set<String>> kinds(String exam, String words) {
        Map<Kind, Set<String>> kinds = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            kinds.put(kind, new LinkedHashSet<>());
        }
        for (Csv.Line line : lines(words, WORDS, WORDS_HEADER)) {
            String of = filled(line, 0, WORDS);
            String kind = filled(line, 1, WORDS);
            String word = filled(line, 2, WORDS);
            if (of.equals(EVERY_EXAM) || of.equals(exam)) {
                kinds.getOrDefault(kind(kind, line), Set.of()).add(word);
            }
        }
        return kinds;
    }

    private static Kind kind(String name, Csv.Line line) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> unreadable(WORDS, line));
    }

    public Set<String> words(Kind kind) {
        return words.getOrDefault(kind, Set.of());
    }

    boolean has(Kind kind, String word) {
        return words(kind).contains(word.toLowerCase(Locale.ROOT));
    }

    Set<String> commonStems() {
        return commonStems;
    }

    /** All names and aliases of services, long ones first, retired ones too. */
    public List<String> names() {
        return names;
    }

    /** By each name and alias. */
    Map<String, Retired> retired() {
        return retired;
    }

    /** Retired services, by name. */
    public List<Retired> retiredServices() {
        return retired.values().stream()
                .distinct()
                .sorted(Comparator.comparing(Retired::name))
                .toList();
    }

    private static List<Csv.Line> lines(String text, String file, List<String> header) {
        List<Csv.Line> lines = Csv.read(text);
        if (lines.isEmpty() || !lines.get(0).fields().equals(header)) {
            throw new IllegalStateException(file + " needs the header " + header);
        }
        List<Csv.Line> body = lines.subList(1, lines.size());
        body.stream()
                .filter(line -> line.fields().size() != header.size())
                .findFirst()
                .ifPresent(line -> {
                    throw unreadable(file, line);
                });
        return body;
    }

    private static String filled(Csv.Line line, int field, String file) {
        String value = line.fields().get(field).strip();
        if (value.isEmpty()) {
            throw unreadable(file, line);
        }
        return value;
    }

    private static IllegalStateException unreadable(String file, Csv.Line line) {
        return new IllegalStateException(file + " line " + line.number() + " cannot be read: " + line.fields());
    }

    private static String file(String name) {
        try (InputStream in = ExamWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

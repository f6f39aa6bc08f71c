package org.smeportal.linter;

import static org.smeportal.linter.ExamWords.Kind.NEUTRAL_NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of services: L25 (unknown to the exam, or retired). */
final class NameRules {
    private static final Pattern BRANDED = Pattern.compile("\\b(?:AWS|Amazon) (?=[A-Z])[A-Za-z0-9][A-Za-z0-9-]*+");
    private static final Pattern SPACE = Pattern.compile("\\s");

    private NameRules() {}

    record Name(String name, int from, int to) {}

    static void check(Checked item) {
        for (Prose text : item.texts()) {
            for (Name name : names(text, item.words())) {
                ExamWords.Retired retired = item.words().retired().get(name.name);
                if (retired != null) {
                    item.add(
                            Rule.L25,
                            Level.WARNING,
                            text.place(name.from, name.to),
                            retired.by().isEmpty() ? "retiredService" : "retiredName",
                            name.name,
                            retired.by());
                }
            }
            Matcher branded = BRANDED.matcher(flat(text));
            while (branded.find()) {
                if (known(flat(text), branded.start(), item.words()).isEmpty()) {
                    item.add(
                            Rule.L25,
                            Level.WARNING,
                            text.place(branded.start(), branded.end()),
                            "unknownName",
                            branded.group());
                }
            }
        }
    }

    /** The services that the text names, each place once, by the longest name. */
    static List<Name> names(Prose text, ExamWords words) {
        List<Name> names = new ArrayList<>();
        String flat = flat(text);
        int at = 0;
        while (at < flat.length()) {
            if (!Character.isUpperCase(flat.charAt(at)) || (at > 0 && Character.isLetterOrDigit(flat.charAt(at - 1)))) {
                at++;
                continue;
            }
            Optional<String> name = longest(flat, at, words.names().stream());
            if (name.isPresent()) {
                names.add(new Name(name.get(), at, at + name.get().length()));
            }
            at += name.map(String::length).orElse(1);
        }
        return names;
    }

    private static Optional<String> known(String flat, int at, ExamWords words) {
        return longest(flat, at, Stream.concat(words.names().stream(), words.words(NEUTRAL_NAME).stream()));
    }

    private static Optional<String> longest(String flat, int at, Stream<String> names) {
        return names.filter(name -> flat.startsWith(name, at) && ends(flat, at + name.length()))
                .findFirst();
    }

    private static boolean ends(String text, int at) {
        return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static String flat(Prose text) {
        return SPACE.matcher(text.plain).replaceAll(" ");
    }
}

package org.smeportal.linter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smeportal.wording.ItemField;

/** How the key is written: L19 (it alone differs in full stop, capital, verb form or code style). */
final class StyleRules {
    private static final Pattern FULL_STOP = Pattern.compile("(?<!\\.)\\.$");

    private static final Set<String> NO_VERB_FORMS = Set.of(
            "bring",
            "ring",
            "sing",
            "king",
            "thing",
            "string",
            "spring",
            "during",
            "nothing",
            "anything",
            "everything");

    private StyleRules() {}

    static void check(Checked item) {
        if (!item.comparable()) {
            return;
        }
        differs(item, StyleRules::stop, "style.fullStop", StyleRules::otherStop);
        differs(item, StyleRules::capital, "style.capital", StyleRules::otherCapital);
        differs(item, StyleRules::verb, "style.verb", text -> Optional.empty());
        differs(item, StyleRules::code, "style.code", StyleRules::otherCode);
    }

    private static void differs(
            Checked item, Function<Prose, String> style, String message, Function<Prose, Optional<String>> fixed) {
        Prose key = item.key().text();
        List<String> others = item.distractors().stream()
                .map(choice -> style.apply(choice.text()))
                .distinct()
                .toList();
        String own = style.apply(key);
        if (others.size() == 1
                && !own.isEmpty()
                && !others.get(0).isEmpty()
                && !others.get(0).equals(own)) {
            Optional<Finding.Fix> fix = fixed.apply(key)
                    .map(text -> new Finding.Fix(ItemField.text(item.key().option()), text));
            item.addWithFix(Rule.L19, key.all(), message, fix);
        }
    }

    private static String stop(Prose text) {
        return FULL_STOP.matcher(text.source.stripTrailing()).find() ? "stop" : "open";
    }

    private static Optional<String> otherStop(Prose text) {
        String source = text.source.stripTrailing();
        Matcher stop = FULL_STOP.matcher(source);
        return Optional.of(stop.find() ? stop.replaceFirst("") : source + ".");
    }

    /** Options that begin with code or a sign have no capital of their own. */
    private static String capital(Prose text) {
        String source = text.source.strip();
        int first = source.codePointAt(0);
        return Character.isUpperCase(first) ? "large" : Character.isLowerCase(first) ? "small" : "";
    }

    private static Optional<String> otherCapital(Prose text) {
        String source = text.source.strip();
        String first = text.words.isEmpty() ? "" : text.words.get(0).text();
        if (first.length() < 2
                || !first.substring(1).equals(first.substring(1).toLowerCase(Locale.ROOT))
                || first.equals("Amazon")) {
            return Optional.empty();
        }
        String begin = source.substring(0, 1);
        String other = Character.isUpperCase(begin.charAt(0))
                ? begin.toLowerCase(Locale.ROOT)
                : begin.toUpperCase(Locale.ROOT);
        return Optional.of(other + source.substring(1));
    }

    private static String verb(Prose text) {
        if (text.words.size() < 2 || !Character.isLetter(text.source.strip().codePointAt(0))) {
            return "";
        }
        String first = text.words.get(0).lower();
        return first.equals("to") ? "to" : first.endsWith("ing") && !NO_VERB_FORMS.contains(first) ? "ing" : "plain";
    }

    private static String code(Prose text) {
        return text.words.isEmpty() && text.hasCode() ? "code" : text.hasCode() ? "" : "prose";
    }

    private static Optional<String> otherCode(Prose text) {
        String source = text.source.strip();
        if (code(text).equals("prose") && source.indexOf('`') < 0 && source.indexOf('\n') < 0) {
            return Optional.of("`" + source + "`");
        }
        boolean span = source.length() > 2 && source.startsWith("`") && source.endsWith("`");
        String inside = span ? source.substring(1, source.length() - 1) : "";
        return inside.isBlank() || inside.indexOf('`') >= 0 ? Optional.empty() : Optional.of(inside);
    }
}

package org.smeportal.linter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

/** Rule L27: what a form gives away that none of its items does alone. */
public final class FormLinter {
    private static final double UNLIKELY = 0.05;
    /** With fewer items the tests say nothing. */
    public static final int FEWEST = 12;

    private static final int ANSWER_WORDS = 4;

    /**
     * What is counted in a set.
     *
     * @param items with a key
     * @param places how often the key stands at the first place, the second, and so on
     * @param longest how often the key is longer than every other option
     */
    public record Figures(int items, List<Integer> places, int longest) {
        public Figures {
            places = List.copyOf(places);
        }
    }

    public Figures figures(List<FormItem> items) {
        List<FormItem> keyed = keyed(items);
        return new Figures(keyed.size(), Arrays.stream(places(keyed)).boxed().toList(), (int)
                keyed.stream().filter(FormLinter::isLongest).count());
    }

    public List<FormFinding> check(List<FormItem> items) {
        List<FormFinding> findings = new ArrayList<>();
        List<FormItem> keyed = keyed(items);
        if (keyed.size() >= FEWEST) {
            positions(keyed).ifPresent(findings::add);
            lengths(keyed).ifPresent(findings::add);
        }
        List<Words> words = items.stream().map(Words::of).toList();
        for (int i = 0; i < items.size(); i++) {
            for (int j = 0; j < items.size(); j++) {
                FormItem one = items.get(i);
                FormItem other = items.get(j);
                if (i < j
                        && (one.enemies().contains(other.code())
                                || other.enemies().contains(one.code()))) {
                    findings.add(finding("form.enemies", List.of(one.code(), other.code()), one.code(), other.code()));
                }
                if (i != j && words.get(i).tell(words.get(j))) {
                    findings.add(finding("form.answers", List.of(one.code(), other.code()), one.code(), other.code()));
                }
            }
        }
        return List.copyOf(findings);
    }

    private static List<FormItem> keyed(List<FormItem> items) {
        return items.stream().filter(item -> item.text().key().isPresent()).toList();
    }

    private static int[] places(List<FormItem> items) {
        int[] counts = new int
                [items.stream()
                        .mapToInt(item -> item.text().options().size())
                        .max()
                        .orElse(0)];
        for (FormItem item : items) {
            List<ItemOption> options = item.text().options();
            for (int i = 0; i < options.size(); i++) {
                counts[i] += options.get(i).key() ? 1 : 0;
            }
        }
        return counts;
    }

    /** An item read once: its key, and what it tells before the options. */
    private record Words(String key, String told) {
        static Words of(FormItem item) {
            return new Words(
                    item.text().key().map(option -> normal(option.text())).orElse(""),
                    " " + normal(item.text().scenario() + " " + item.text().question()) + " ");
        }

        /** The key of the other stands word by word in what this one tells. */
        boolean tell(Words other) {
            return other.key.split(" ", ANSWER_WORDS).length >= ANSWER_WORDS && told.contains(" " + other.key + " ");
        }

        private static String normal(String text) {
            return SameRules.normal(new Prose("", text.replace("`", " ")));
        }
    }

    private static FormFinding finding(String message, List<String> items, Object... arguments) {
        return new FormFinding("found." + message, List.of(arguments), items);
    }

    private static Optional<FormFinding> positions(List<FormItem> items) {
        int[] counts = places(items);
        int places = counts.length;
        double[] expected = new double[places];
        for (FormItem item : items) {
            for (int i = 0; i < item.text().options().size(); i++) {
                expected[i] += 1.0 / item.text().options().size();
            }
        }
        double chi = 0;
        for (int i = 0; i < places; i++) {
            chi += (counts[i] - expected[i]) * (counts[i] - expected[i]) / expected[i];
        }
        if (places < 2 || ChiSquaredDistribution.of(places - 1.0).survivalProbability(chi) >= UNLIKELY) {
            return Optional.empty();
        }
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < places; i++) {
            seen.append(i == 0 ? "" : ", ")
                    .append(ItemText.letter(i))
                    .append(' ')
                    .append(counts[i]);
        }
        return Optional.of(finding("form.positions", codes(items), seen.toString()));
    }

    private static Optional<FormFinding> lengths(List<FormItem> items) {
        List<FormItem> longest = items.stream().filter(FormLinter::isLongest).toList();
        double chance = items.stream()
                .mapToDouble(item -> 1.0 / item.text().options().size())
                .average()
                .orElse(1);
        boolean often = !longest.isEmpty()
                && BinomialDistribution.of(items.size(), chance).survivalProbability(longest.size() - 1) < UNLIKELY;
        return often
                ? Optional.of(finding("form.longest", codes(longest), longest.size(), items.size()))
                : Optional.empty();
    }

    private static boolean isLongest(FormItem item) {
        int key = item.text().key().map(FormLinter::length).orElse(0);
        return item.text().distractors().stream()
                .map(FormLinter::length)
                .max(Comparator.naturalOrder())
                .filter(most -> most < key)
                .isPresent();
    }

    private static int length(ItemOption option) {
        return new Prose("", option.text()).length();
    }

    private static List<String> codes(List<FormItem> items) {
        return items.stream().map(FormItem::code).toList();
    }
}

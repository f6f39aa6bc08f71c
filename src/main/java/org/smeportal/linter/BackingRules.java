package org.smeportal.linter;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smeportal.wording.ItemField;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;

/** What backs the item: L22 (references), L23 (rationales). */
final class BackingRules {
    private static final long OLDEST_DAYS = 180;
    private static final int RATIONALE_WORDS = 5;

    private BackingRules() {}

    static void check(Checked item) {
        if (item.item.references().isEmpty()) {
            item.add(Rule.L22, Level.ERROR, Finding.Place.all(ItemField.REFERENCES), "noReference");
        }
        item.item.references().forEach(reference -> reference(item, reference));
        rationales(item);
    }

    private static void reference(Checked item, ItemReference reference) {
        Finding.Place url = Finding.Place.all(ItemField.url(reference));
        if (reference.url().isBlank()) {
            item.add(Rule.L22, Level.ERROR, url, "noUrl");
        } else if (!isDocumentation(item.context, reference.url())) {
            item.add(
                    Rule.L22,
                    Level.WARNING,
                    url,
                    "otherHost",
                    host(reference.url()).orElse(reference.url().strip()));
        }
        if (reference.quote().isBlank()) {
            item.add(Rule.L22, Level.ERROR, Finding.Place.all(ItemField.quote(reference)), "noQuote");
        }
        LocalDate accessed = reference.accessed();
        Finding.Place date = Finding.Place.all(ItemField.accessed(reference));
        if (accessed == null) {
            item.add(Rule.L22, Level.ERROR, date, "noAccessDate");
        } else if (ChronoUnit.DAYS.between(accessed, item.context.today()) > OLDEST_DAYS) {
            item.add(
                    Rule.L22,
                    Level.WARNING,
                    date,
                    "oldReference",
                    ChronoUnit.DAYS.between(accessed, item.context.today()));
        }
    }

    private static boolean isDocumentation(LintContext context, String url) {
        return context.documentationHosts().isEmpty()
                || host(url)
                        .filter(host -> context.documentationHosts().stream()
                                .map(known -> known.toLowerCase(Locale.ROOT))
                                .anyMatch(known -> host.equals(known) || host.endsWith("." + known)))
                        .isPresent();
    }

    private static Optional<String> host(String url) {
        try {
            URI uri = new URI(url.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web
                    ? Optional.ofNullable(uri.getHost()).map(host -> host.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static void rationales(Checked item) {
        Map<String, String> seen = new HashMap<>();
        for (Checked.Choice choice : item.choices) {
            ItemOption option = choice.option();
            Prose rationale = new Prose(ItemField.rationale(option), option.rationale());
            if (rationale.isBlank()) {
                item.add(Rule.L23, Level.ERROR, rationale.all(), "noRationale", choice.letter());
                continue;
            }
            String twin = seen.putIfAbsent(SameRules.normal(rationale), choice.letter());
            if (twin != null) {
                item.add(Rule.L23, Level.WARNING, rationale.all(), "sameRationale", choice.letter(), twin);
            } else if (new Prose("", option.rationale().replace("`", " ")).words.size() < RATIONALE_WORDS) {
                item.add(Rule.L23, Level.WARNING, rationale.all(), "shortRationale", choice.letter());
            }
        }
    }
}

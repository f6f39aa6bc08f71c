package org.smeportal.items;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

/**
 * What may be called editorial (items.md 1, row 4): wording, spelling, a reference. Whether it is, a second person says; what
 * cannot be is not even offered.
 */
public final class EditorialPolicy {
    private EditorialPolicy() {}

    /** Empty when it may be; {@code domain} and {@code task} are where the item stands now. */
    public static Optional<NotEditorial> refusal(
            Baselines.@Nullable Baseline baseline, ItemText text, @Nullable Integer domain, @Nullable Integer task) {
        if (baseline == null) {
            return Optional.of(NotEditorial.NEVER_JUDGED);
        }
        ItemText before = baseline.text();
        if (!ids(before).equals(ids(text))) {
            return Optional.of(NotEditorial.OPTIONS);
        }
        if (!isSameKey(before, text)) {
            return Optional.of(NotEditorial.KEY);
        }
        if (!Objects.equals(baseline.domain(), domain) || !Objects.equals(baseline.task(), task)) {
            return Optional.of(NotEditorial.PLACE);
        }
        return before.equals(text) ? Optional.of(NotEditorial.UNCHANGED) : Optional.empty();
    }

    /** By its mark, and by what it says: key and distractor that change their words are another key, too. */
    private static boolean isSameKey(ItemText before, ItemText text) {
        Optional<ItemOption> was = before.key();
        Optional<ItemOption> is = text.key();
        return was.map(ItemOption::id).equals(is.map(ItemOption::id))
                && is.filter(key -> isDistractor(before, key)).isEmpty()
                && was.filter(key -> isDistractor(text, key)).isEmpty();
    }

    private static boolean isDistractor(ItemText text, ItemOption key) {
        return text.options().stream()
                .anyMatch(option -> !option.key() && option.text().equals(key.text()));
    }

    private static Set<String> ids(ItemText text) {
        return text.options().stream().map(ItemOption::id).collect(Collectors.toSet());
    }
}

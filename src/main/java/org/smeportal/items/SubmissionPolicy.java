package org.smeportal.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smeportal.drafts.DraftFields;
import org.smeportal.linter.Finding;
import org.smeportal.linter.Level;
import org.smeportal.wording.ItemField;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** What has to be there before an item is handed in (items.md 1, DRAFT → SUBMITTED); each lack with its sentence and field. */
public final class SubmissionPolicy {
    private static final Pattern WEB = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    private SubmissionPolicy() {}

    /** {@code key} is that of a sentence. */
    public record Lack(String field, String key, List<Object> arguments) {
        Lack(String field, String key, Object... arguments) {
            this(field, key, List.of(arguments));
        }
    }

    /** {@code place} is the domain that was chosen. */
    static List<Lack> lacks(ItemText text, Blueprint.@Nullable Domain place, @Nullable Integer task, int options) {
        List<Lack> lacks = new ArrayList<>();
        if (place == null) {
            lacks.add(new Lack(DraftFields.DOMAIN, "items.lack.domain"));
        } else if (!place.tasks().isEmpty() && task == null) {
            lacks.add(new Lack(DraftFields.TASK, "items.lack.task"));
        }
        if (text.question().isBlank()) {
            lacks.add(new Lack(ItemField.QUESTION, "items.lack.question"));
        }
        if (text.key().isEmpty()) {
            lacks.add(new Lack(ItemField.KEY, "items.lack.key"));
        }
        if (text.options().size() != options) {
            lacks.add(new Lack(
                    ItemField.OPTIONS,
                    "items.lack.options",
                    options,
                    text.options().size()));
        }
        for (int i = 0; i < text.options().size(); i++) {
            ItemOption option = text.options().get(i);
            String letter = ItemText.letter(i);
            if (option.text().isBlank()) {
                lacks.add(new Lack(ItemField.text(option), "items.lack.optionText", letter));
            }
            if (option.rationale().isBlank()) {
                lacks.add(new Lack(ItemField.rationale(option), "items.lack.rationale", letter));
            }
        }
        if (text.references().stream().noneMatch(SubmissionPolicy::isWhole)) {
            lacks.add(new Lack(ItemField.REFERENCES, "items.lack.reference"));
        }
        return lacks;
    }

    /** The remarks that stop a submission: errors, and warnings that nobody gave a reason for. */
    static List<Finding> open(List<Finding> findings, Map<String, String> fields) {
        return findings.stream()
                .filter(finding -> finding.level() == Level.ERROR
                        || (finding.level() == Level.WARNING
                                && waiver(finding, fields).isBlank()))
                .toList();
    }

    public static String waiver(Finding finding, Map<String, String> fields) {
        return fields.getOrDefault(waiverField(finding), "").strip();
    }

    public static String waiverField(Finding finding) {
        return DraftFields.waiver(finding.rule(), finding.place().field());
    }

    private static boolean isWhole(ItemReference reference) {
        return WEB.matcher(reference.url().strip()).matches()
                && !reference.quote().isBlank()
                && reference.accessed() != null;
    }
}

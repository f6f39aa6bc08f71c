package org.smeportal.items;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smeportal.drafts.Drafts;
import org.smeportal.linter.Finding;
import org.smeportal.platform.Queries;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;
import org.smeportal.wording.FieldMap;
import org.smeportal.wording.ItemText;

/** What a draft lacks before it can be handed in, for the page that asks and for the act itself. */
@Queries
public class SubmissionCheck {
    private final ItemChecks checks;
    private final Blueprint blueprint;
    private final ProgrammeSettings settings;

    @Inject
    public SubmissionCheck(ItemChecks checks, Blueprint blueprint, ProgrammeSettings settings) {
        this.checks = checks;
        this.blueprint = blueprint;
        this.settings = settings;
    }

    /** What would be handed in, and what stops it: {@code open} are remarks that are neither mended nor waived. */
    public record Preview(
            int seq,
            ItemText text,
            List<SubmissionPolicy.Lack> lacks,
            List<Finding> findings,
            List<Finding> open,
            List<Finding> waived) {
        public boolean isReady() {
            return lacks.isEmpty() && open.isEmpty();
        }
    }

    /** How many options an item has. */
    public int options() {
        return settings.of(ProgrammeSetting.DISTRACTORS) + 1;
    }

    /** What a text lacks and what the linter says of it. */
    record Remarks(List<SubmissionPolicy.Lack> lacks, List<Finding> findings) {}

    public Preview of(OwnItems.Own item, Drafts.Content content) {
        Map<String, String> fields = content.values();
        ItemText text = ItemChecks.tidy(FieldMap.text(fields));
        Remarks remarks = of(item.examId(), item.exam(), item.domain(), item.task(), text);
        return new Preview(
                content.seq(),
                text,
                remarks.lacks(),
                remarks.findings(),
                SubmissionPolicy.open(remarks.findings(), fields),
                remarks.findings().stream()
                        .filter(finding ->
                                !SubmissionPolicy.waiver(finding, fields).isBlank())
                        .toList());
    }

    Remarks of(long examId, String exam, @Nullable Integer domain, @Nullable Integer task, ItemText text) {
        int options = options();
        return new Remarks(
                SubmissionPolicy.lacks(text, blueprint.domain(examId, domain).orElse(null), task, options),
                checks.check(exam, text, options - 1));
    }
}

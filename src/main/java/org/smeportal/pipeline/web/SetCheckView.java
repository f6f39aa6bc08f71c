package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.Words;
import org.smeportal.linter.FormFinding;
import org.smeportal.linter.FormLinter;
import org.smeportal.pipeline.CheckSet;
import org.smeportal.pipeline.PipelineQueries;
import org.smeportal.wording.ItemText;

/** What the items of an exam, or of one of its workshops, give away together (L27). */
@Named
@RequestScoped
public class SetCheckView {
    private static final int MOST_SHOWN = 50;

    @Inject
    private CheckSet check;

    @Inject
    private PipelineQueries pipeline;

    @Inject
    @Param
    private @Nullable String exam;

    @Inject
    @Param
    private @Nullable String event;

    private List<ExamQueries.Choice> exams = List.of();
    private List<PipelineQueries.Workshop> workshops = List.of();
    private CheckSet.@Nullable Result result;

    /** A place of the key, by its letter. */
    public record Place(String letter, int keys) {}

    public void load() {
        exams = pipeline.exams();
        exams.stream().filter(one -> one.code().equals(exam)).findFirst().ifPresent(chosen -> {
            workshops = pipeline.workshops(chosen.id()).stream()
                    .filter(workshop -> workshop.handedIn() > 0)
                    .toList();
            result = check.check(new CheckSet.Wanted(chosen.code(), Words.uuid(event)));
        });
    }

    public List<Place> getPlaces() {
        List<Place> places = new ArrayList<>();
        if (result != null) {
            for (int keys : result.figures().places()) {
                places.add(new Place(ItemText.letter(places.size()), keys));
            }
        }
        return places;
    }

    /** Null while no exam is chosen. */
    public CheckSet.@Nullable Result getResult() {
        return result;
    }

    public List<FormFinding> getFindings() {
        return result == null
                ? List.of()
                : result.findings().stream().limit(MOST_SHOWN).toList();
    }

    /** Where two items stand beside each other, and reading them is recorded; null for what is about all of them. */
    public @Nullable String pair(FormFinding finding) {
        if (result == null || finding.arguments().size() != 2 || finding.items().size() != 2) {
            return null;
        }
        UUID one = result.items().get(finding.items().get(0));
        UUID other = result.items().get(finding.items().get(1));
        return one == null
                        || other == null
                        || !finding.arguments().get(0).equals(finding.items().get(0))
                ? null
                : "/app/similarity/compare/" + one + "/" + other;
    }

    public int getFewest() {
        return FormLinter.FEWEST;
    }

    public List<ExamQueries.Choice> getExams() {
        return exams;
    }

    public List<PipelineQueries.Workshop> getWorkshops() {
        return workshops;
    }

    public String getExam() {
        return exam == null ? "" : exam;
    }

    public String getEvent() {
        return event == null ? "" : event;
    }
}

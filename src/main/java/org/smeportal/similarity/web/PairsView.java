package org.smeportal.similarity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.exams.ExamQueries;
import org.smeportal.items.Blueprint;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.similarity.AlikeQueries;

/** Pairs of items that look like duplicates: exam, domain and page in the URL. */
@Named
@RequestScoped
public class PairsView {
    @Inject
    private AlikeQueries queries;

    @Inject
    private Blueprint blueprint;

    @Inject
    @Param
    private @Nullable String exam;

    @Inject
    @Param
    private @Nullable Integer domain;

    @Inject
    @Param
    private @Nullable Integer page;

    private List<ExamQueries.Choice> exams = List.of();
    private List<Blueprint.Domain> domains = List.of();
    private AlikeQueries.Pairs pairs = new AlikeQueries.Pairs(new Page<>(List.of(), 0, 1, 1), false);

    public void load() {
        exams = queries.exams();
        List<Long> wanted = exams.stream()
                .filter(one -> getExam().isEmpty() || one.code().equals(getExam()))
                .map(ExamQueries.Choice::id)
                .toList();
        domains = getExam().isEmpty() ? List.of() : blueprint.of(wanted.get(0));
        pairs = queries.pairs(wanted, getDomain(), PageRequest.number(page == null ? 1 : page));
    }

    public boolean isFiltered() {
        return !getExam().isEmpty() || getDomain() > 0;
    }

    public Page<AlikeQueries.Row> getRows() {
        return pairs.page();
    }

    public boolean isCut() {
        return pairs.cut();
    }

    public List<String> getExams() {
        return exams.stream().map(ExamQueries.Choice::code).toList();
    }

    public List<Blueprint.Domain> getDomains() {
        return domains;
    }

    /** Only one of the user's; anything else is none. */
    public String getExam() {
        return exam != null && getExams().contains(exam) ? exam : "";
    }

    /** Domains have a name only within an exam. */
    public int getDomain() {
        return domain == null || getExam().isEmpty() ? 0 : Math.max(0, domain);
    }
}

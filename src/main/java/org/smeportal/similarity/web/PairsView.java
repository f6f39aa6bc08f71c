package org.smeportal.similarity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
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
    @Param
    private @Nullable String exam;

    @Inject
    @Param
    private @Nullable Integer domain;

    @Inject
    @Param
    private @Nullable Integer page;

    private Map<Long, String> exams = Map.of();
    private List<AlikeQueries.Domain> domains = List.of();
    private AlikeQueries.Pairs pairs = new AlikeQueries.Pairs(new Page<>(List.of(), 0, 1, 1), false);

    public void load() {
        exams = queries.exams();
        domains = getExam().isEmpty() ? List.of() : queries.domains(getExam());
        List<Long> wanted = exams.entrySet().stream()
                .filter(one -> getExam().isEmpty() || one.getValue().equals(getExam()))
                .map(Map.Entry::getKey)
                .toList();
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
        return List.copyOf(exams.values());
    }

    public List<AlikeQueries.Domain> getDomains() {
        return domains;
    }

    /** Only one of the user's; anything else is none. */
    public String getExam() {
        return exam != null && exams.containsValue(exam) ? exam : "";
    }

    /** Domains have a name only within an exam. */
    public int getDomain() {
        return domain == null || getExam().isEmpty() ? 0 : Math.max(0, domain);
    }
}

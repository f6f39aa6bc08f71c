package org.smeportal.similarity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.similarity.AlikeQueries;
import org.smeportal.similarity.Enemies;

/** Items that must not stand on one form: exam and page in the URL. */
@Named
@RequestScoped
public class EnemiesView {
    @Inject
    private Enemies enemies;

    @Inject
    private AlikeQueries queries;

    @Inject
    @Param
    private @Nullable String exam;

    @Inject
    @Param
    private @Nullable Integer page;

    private List<String> exams = List.of();
    private Page<Enemies.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        exams = queries.exams().stream().map(ExamQueries.Choice::code).toList();
        rows = enemies.page(getExam(), PageRequest.number(page == null ? 1 : page));
    }

    public Page<Enemies.Row> getRows() {
        return rows;
    }

    public List<String> getExams() {
        return exams;
    }

    public String getExam() {
        return exam != null && exams.contains(exam) ? exam : "";
    }
}

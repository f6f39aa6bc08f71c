package org.smeportal.exams.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.smeportal.exams.ExamQueries;

/** All exams with their domains and weights. */
@Named
@RequestScoped
public class ExamListView {
    @Inject
    private ExamQueries exams;

    private List<ExamQueries.Row> rows = List.of();

    public void load() {
        rows = exams.list();
    }

    public List<ExamQueries.Row> getRows() {
        return rows;
    }
}

package org.smeportal.applications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.smeportal.applications.Attendance;
import org.smeportal.exams.ExamQueries;

/** What can be chosen in the form. */
@Named
@RequestScoped
public class ApplyChoicesView {
    @Inject
    private ExamQueries queries;

    private List<ExamQueries.Row> exams = List.of();

    @PostConstruct
    void open() {
        exams = queries.list();
    }

    public List<ExamQueries.Row> getExams() {
        return exams;
    }

    public Attendance[] getWays() {
        return Attendance.values();
    }
}

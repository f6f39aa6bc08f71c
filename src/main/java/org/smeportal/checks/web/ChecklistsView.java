package org.smeportal.checks.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.smeportal.checks.ChecklistQueries;

/** What each duty is asked now. */
@Named
@RequestScoped
public class ChecklistsView {
    @Inject
    private ChecklistQueries queries;

    private List<ChecklistQueries.Version> lists = List.of();

    public void load() {
        lists = queries.current();
    }

    public List<ChecklistQueries.Version> getLists() {
        return lists;
    }
}

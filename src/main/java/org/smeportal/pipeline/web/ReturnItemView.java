package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.smeportal.pipeline.PipelineQueries;

/** An item goes back to its author, with what to change. */
@Named
@RequestScoped
public class ReturnItemView extends Judging {
    @Inject
    private PipelineQueries queries;

    public String save() {
        judge().giveBack(judgement());
        return done("pipeline.return.done");
    }

    /** Days that the author has then. */
    public int getDays() {
        return queries.returnDays();
    }
}

package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** An item ends because another one asks the same. */
@Named
@RequestScoped
public class EndAsDuplicateView extends Judging {
    public String save() {
        judge().duplicate(judgement());
        return done("pipeline.duplicate.done");
    }
}

package org.smeportal.changes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.changes.ChangeEvents;
import org.smeportal.changes.ChangeQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** A change that waits, and what became of it. */
@Named
@RequestScoped
public class ChangeView {
    @Inject
    private ChangeQueries queries;

    @Inject
    private ChangeEvents changes;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private ChangeQueries.@Nullable Row change;
    private List<ChangeQueries.PartRow> parts = List.of();

    public void load() {
        parts = queries.parts(getChange().id());
    }

    public void undo() {
        changes.undo(getChange().id());
        messages.note("changes.undone");
        ChangeRoutes.show(getChange().id());
    }

    public void doNow() {
        messages.note("changes.done", changes.doNow(getChange().id()));
        ChangeRoutes.show(getChange().id());
    }

    public ChangeQueries.Row getChange() {
        if (change == null) {
            change = Optional.ofNullable(Words.uuid(id)).flatMap(queries::one).orElseThrow(NotFound::new);
        }
        return change;
    }

    public List<ChangeQueries.PartRow> getParts() {
        return parts;
    }
}

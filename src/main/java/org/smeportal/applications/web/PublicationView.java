package org.smeportal.applications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.applications.PublicationQueries;
import org.smeportal.applications.PublishDecisions;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** Decisions that wait to be told, and what became of them. */
@Named
@RequestScoped
public class PublicationView {
    @Inject
    private PublicationQueries queries;

    @Inject
    private PublishDecisions publishing;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private PublicationQueries.@Nullable Row publication;
    private List<PublicationQueries.PartRow> parts = List.of();

    public void load() {
        parts = queries.parts(getPublication());
    }

    public void undo() {
        publishing.undo(getPublication().publicId());
        messages.note("applications.publication.undone");
        Faces.redirect(ApplicationRoutes.publication(getPublication().publicId()));
    }

    public void sendNow() {
        messages.note(
                "applications.publication.told",
                publishing.doNow(getPublication().publicId()));
        Faces.redirect(ApplicationRoutes.publication(getPublication().publicId()));
    }

    public PublicationQueries.Row getPublication() {
        if (publication == null) {
            publication =
                    Optional.ofNullable(Words.uuid(id)).flatMap(queries::one).orElseThrow(NotFound::new);
        }
        return publication;
    }

    public List<PublicationQueries.PartRow> getParts() {
        return parts;
    }
}

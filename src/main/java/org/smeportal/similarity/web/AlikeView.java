package org.smeportal.similarity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.similarity.AlikeQueries;

/** The items that are like one item. */
@Named
@RequestScoped
public class AlikeView {
    @Inject
    private AlikeQueries queries;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private AlikeQueries.@Nullable Alike alike;

    public void load() {
        getAlike();
    }

    public AlikeQueries.Alike getAlike() {
        if (alike == null) {
            alike = Optional.ofNullable(Words.uuid(id)).map(queries::alike).orElseThrow(NotFound::new);
        }
        return alike;
    }
}

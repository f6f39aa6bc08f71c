package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.pipeline.PipelineQueries;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;

/** What is written in a workshop and until when, on the page of the event, for the programme managers of its exam. */
@Named
@RequestScoped
public class EventItemsView {
    @Inject
    private PipelineQueries queries;

    @Inject
    private CurrentUser user;

    private final Map<UUID, Optional<Writing>> known = new HashMap<>();

    /**
     * Until when people write in a workshop.
     *
     * @param closes when drafts close that nobody gave more time
     * @param longer when the last one closes that has more time; null where none has
     */
    public record Writing(
            PipelineQueries.Workshop workshop,
            Instant closes,
            @Nullable Instant longer) {}

    /** Null for what is no workshop of an exam of theirs. */
    public @Nullable Writing of(UUID event) {
        return known.computeIfAbsent(
                        event,
                        id -> user.may(Permission.MANAGE_ITEMS)
                                ? queries.workshop(id).map(this::writing)
                                : Optional.empty())
                .orElse(null);
    }

    private Writing writing(PipelineQueries.Workshop workshop) {
        Instant closes = workshop.endsAt().plus(Duration.ofDays(queries.writeDays()));
        Instant until = workshop.writeUntil();
        return new Writing(workshop, closes, until != null && until.isAfter(closes) ? until : null);
    }
}

package org.smeportal.invitations;

import jakarta.inject.Inject;
import java.util.UUID;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Free seats go to the queue: after a late yes or more seats, nobody's answer is there to pass them on. */
@UseCase
public class GiveSeat {

    private final SeatPools pools;
    private final Seating seating;
    private final EventDirectory events;

    @Inject
    public GiveSeat(SeatPools pools, Seating seating, EventDirectory events) {
        this.pools = pools;
        this.seating = seating;
        this.events = events;
    }

    @Requires(Permission.INVITE_SMES)
    public void toTheQueue(UUID publicEventId) {
        EventCard event = events.byPublicId(publicEventId).orElseThrow(NotFound::new);
        pools.lockOf(event.id()).forEach(pool -> seating.passOn(event, pool));
    }
}

package org.smeportal.items;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.smeportal.audit.Unnamed;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** The author goes on with a change that they had handed in as editorial, as long as nobody has decided about it. */
@UseCase
@Requires(Permission.WRITE_ITEMS)
@Unnamed("who wrote an item stays unknown (R6.1)")
public class TakeBackEditorial {
    private final OwnItems own;
    private final Items items;
    private final BackToAuthor back;
    private final Clock clock;

    @Inject
    public TakeBackEditorial(OwnItems own, Items items, BackToAuthor back, Clock clock) {
        this.own = own;
        this.items = items;
        this.back = back;
        this.clock = clock;
    }

    /** Only while there is time to write: otherwise it would lie there. */
    public void takeBack(UUID publicId) {
        Item item = items.locked(publicId);
        // of somebody else it is not found
        own.one(publicId);
        item.takenBack(clock.instant());
        own.writable(publicId);
        back.draft(item);
    }
}

package org.smeportal.items;

import jakarta.inject.Inject;
import java.util.UUID;
import org.smeportal.audit.Unnamed;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** The author takes an item back before its review: it is over, its text stays secret. */
@UseCase
@Requires(Permission.WRITE_ITEMS)
@Unnamed("who wrote an item stays unknown (R6.1)")
public class WithdrawItem {
    private final OwnItems own;
    private final Items items;

    @Inject
    public WithdrawItem(OwnItems own, Items items) {
        this.own = own;
        this.items = items;
    }

    public void withdraw(UUID publicId) {
        Item item = items.locked(publicId);
        // of somebody else it is not found
        own.one(publicId);
        items.endWriting(item, ItemAct.WITHDRAW);
    }
}

package org.smeportal.items.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.Lifecycle;
import org.smeportal.items.OwnItems;
import org.smeportal.items.ReadOwnItem;
import org.smeportal.items.TakeBackEditorial;
import org.smeportal.items.WithdrawItem;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** An item of the author's own after it was handed in: text while the talk goes on, then state and lesson; taking it back. */
@Named
@RequestScoped
public class MyItemView {
    @Inject
    private ReadOwnItem read;

    @Inject
    private OwnItems items;

    @Inject
    private WithdrawItem withdraw;

    @Inject
    private TakeBackEditorial takeBack;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private ReadOwnItem.@Nullable Reading reading;
    private OwnItems.@Nullable Own item;

    public void load() {
        item = getReading().item();
    }

    /** For the page that asks before it is taken back: without the text. */
    public void loadState() {
        item = items.one(named());
        if (!isWithdrawable()) {
            ItemRoutes.own(named());
        }
    }

    public void withdraw() {
        withdraw.withdraw(named());
        messages.note("items.withdraw.done");
        ItemRoutes.own(named());
    }

    public void takeBack() {
        item = null;
        takeBack.takeBack(named());
        messages.note("items.editorial.back.done");
        ItemRoutes.desk(named());
    }

    public boolean isWithdrawable() {
        return Lifecycle.isWithdrawable(getItem().status());
    }

    private UUID named() {
        return Words.named(id);
    }

    /** With the text, which is in the access record: read once, also before a form that comes back is looked at. */
    public ReadOwnItem.Reading getReading() {
        ReadOwnItem.Reading known = reading;
        if (known == null) {
            known = read.read(named());
            reading = known;
        }
        return known;
    }

    /** Without the text. */
    public OwnItems.Own getItem() {
        OwnItems.Own known = item;
        if (known == null) {
            known = items.one(named());
            item = known;
        }
        return known;
    }
}

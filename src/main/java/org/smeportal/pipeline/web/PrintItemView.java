package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.ReadItem;
import org.smeportal.pipeline.PrintItem;
import org.smeportal.wording.ItemText;

/** An item for paper; opening the page is what is recorded. */
@Named
@RequestScoped
public class PrintItemView extends OfItem {
    @Inject
    private PrintItem print;

    @Inject
    @Param
    private @Nullable Integer revision;

    private ItemText shown = ItemText.EMPTY;
    private int number;

    public void load() {
        ReadItem.Reading reading = print.print(new PrintItem.Wanted(getItem().publicId(), revision));
        shown = reading.text();
        number = reading.revision();
    }

    public int getNumber() {
        return number;
    }

    public ItemText getShown() {
        return shown;
    }
}

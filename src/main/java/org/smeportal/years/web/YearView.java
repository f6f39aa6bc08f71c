package org.smeportal.years.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.items.OwnItems;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.reviews.OwnReviews;
import org.smeportal.security.CurrentUser;
import org.smeportal.years.EventPlace;
import org.smeportal.years.MarkFavourite;
import org.smeportal.years.YearText;

/** An SME's year in review (R8.3), and their mark for its favourite (R4.7). */
@Named
@RequestScoped
public class YearView extends OwnYear {

    @Inject
    private MarkFavourite markFavourite;

    @Inject
    private OwnItems items;

    @Inject
    private OwnReviews reviews;

    @Inject
    private YearText words;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    @Param
    private @Nullable String favourite;

    private OwnItems.Written written = new OwnItems.Written(0, 0);
    private int verdicts;

    @Override
    public void load() {
        super.load();
        written = items.written(getYear());
        verdicts = reviews.verdicts(getYear());
    }

    public void mark() {
        markFavourite.mark(new MarkFavourite.Favourite(getYear(), Words.uuid(favourite)));
        messages.note(Words.uuid(favourite) == null ? "years.favourite.none.done" : "years.favourite.done");
        Faces.redirect(address("year"));
    }

    /** Seen by nobody else: it stands on no page that is shared. */
    public OwnItems.Written getWritten() {
        return written;
    }

    public int getVerdicts() {
        return verdicts;
    }

    public String getFirstName() {
        return user.getName().split("\\s+", 2)[0];
    }

    /** The event chosen in the form, else the one that is marked. */
    public String getFavourite() {
        return favourite != null
                ? favourite
                : getOwn().favourite() == null ? "" : getOwn().favourite().toString();
    }

    public String where(EventPlace place) {
        return words.place(place);
    }
}

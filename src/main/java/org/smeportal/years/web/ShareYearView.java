package org.smeportal.years.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.smeportal.platform.web.Messages;
import org.smeportal.years.ShareYear;

/** Sharing a year: exactly what others will see, before the button; the link and its end, after. */
@Named
@RequestScoped
public class ShareYearView extends OwnYear {

    @Inject
    private ShareYear shareYear;

    @Inject
    private Messages messages;

    public void share() {
        shareYear.share(new ShareYear.OfYear(getYear()));
        messages.note("years.share.done");
        Faces.redirect(address("share-year"));
    }

    public void end() {
        shareYear.end(new ShareYear.OfYear(getYear()));
        messages.note("years.share.ended");
        Faces.redirect(address("share-year"));
    }
}

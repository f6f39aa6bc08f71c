package org.smeportal.items.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.StartItem;
import org.smeportal.items.WritingSeats;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.security.CurrentUser;

/** Begins an item; with one open workshop there is nothing to choose. */
@Named
@RequestScoped
public class StartItemView {
    @Inject
    private StartItem start;

    @Inject
    private WritingSeats seats;

    @Inject
    private CurrentUser user;

    @Inject
    @Param(name = "event")
    private @Nullable String asked;

    private List<WritingSeats.Seat> open = List.of();
    private @Nullable String workshop;

    @PostConstruct
    void open() {
        open = seats.open(user.accountId());
        workshop = asked != null
                ? asked
                : open.isEmpty() ? null : open.get(0).event().toString();
    }

    public void start() {
        UUID event = Words.uuid(workshop);
        if (event == null) {
            throw new Refused("items.refused.noSeat").at("workshop");
        }
        ItemRoutes.desk(start.start(event, null));
    }

    public List<WritingSeats.Seat> getOpen() {
        return open;
    }

    public @Nullable String getWorkshop() {
        return workshop;
    }

    public void setWorkshop(@Nullable String workshop) {
        this.workshop = workshop;
    }
}

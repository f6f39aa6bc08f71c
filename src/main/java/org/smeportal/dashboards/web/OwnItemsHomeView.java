package org.smeportal.dashboards.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.OwnItems;
import org.smeportal.security.CurrentUser;

/** The items part of an SME's home (R8.1): drafts that wait to be handed in, and how many are in which state. */
@Named
@RequestScoped
public class OwnItemsHomeView {
    private static final int LATEST = 5;

    @Inject
    private OwnItems items;

    @Inject
    private CurrentUser user;

    private List<OwnItems.Own> waiting = List.of();
    private Map<ItemStatus, Long> counts = Map.of();

    public void load() {
        if (user.isSme()) {
            waiting = items.waiting(LATEST);
            counts = items.counts();
        }
    }

    public List<OwnItems.Own> getWaiting() {
        return waiting;
    }

    public List<ItemStatus> getStates() {
        return List.copyOf(counts.keySet());
    }

    public long count(ItemStatus state) {
        return counts.getOrDefault(state, 0L);
    }
}

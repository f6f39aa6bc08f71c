package org.smeportal.items.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.OwnItems;
import org.smeportal.items.WritingSeats;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.security.CurrentUser;

/** An author's items by state, those that need them first. */
@Named
@RequestScoped
public class MyItemsView {
    @Inject
    private OwnItems items;

    @Inject
    private WritingSeats seats;

    @Inject
    private CurrentUser user;

    @Inject
    @Param
    private @Nullable String status;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<OwnItems.Own> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private Map<ItemStatus, Long> counts = Map.of();
    private List<WritingSeats.Seat> open = List.of();

    public void load() {
        rows = items.page(Words.constant(ItemStatus.class, status), PageRequest.number(page == null ? 1 : page));
        counts = items.counts();
        open = seats.open(user.accountId());
    }

    public Page<OwnItems.Own> getRows() {
        return rows;
    }

    /** The states that the author has items in. */
    public List<ItemStatus> getStates() {
        return List.copyOf(counts.keySet());
    }

    public long count(ItemStatus state) {
        return counts.getOrDefault(state, 0L);
    }

    public long getTotal() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public List<WritingSeats.Seat> getOpen() {
        return open;
    }

    public @Nullable String getStatus() {
        return status;
    }
}

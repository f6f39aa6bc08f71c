package org.smeportal.reviews.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.items.ItemQueries;
import org.smeportal.kernel.Words;
import org.smeportal.reviews.ItemRounds;
import org.smeportal.reviews.ReadRounds;
import org.smeportal.reviews.Verdict;

/** What groups made of an item, round by round. */
@Named
@RequestScoped
public class ItemRoundsView {
    @Inject
    private ItemQueries items;

    @Inject
    private ReadRounds read;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private ItemQueries.@Nullable Row item;
    private List<ItemRounds.Round> rounds = List.of();

    public void load() {
        ItemQueries.Row found = items.handedIn(Words.named(id));
        item = found;
        rounds = read.of(found.publicId());
    }

    public LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    public ItemQueries.Row getItem() {
        return Objects.requireNonNull(item);
    }

    public List<ItemRounds.Round> getRounds() {
        return rounds;
    }

    public Verdict[] getVerdicts() {
        return Verdict.values();
    }
}

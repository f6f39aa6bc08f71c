package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.TimeText;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** An SME says when they are away (R1.5); why is nobody else's business. */
@UseCase
@Requires(Permission.KEEP_OWN_DAYS)
public class KeepOwnDays {

    static final int MOST = 50;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final SmeDirectory directory;
    private final Smes smes;
    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public KeepOwnDays(SmeDirectory directory, Smes smes, EntityManager entityManager, CurrentUser user, Clock clock) {
        this.directory = directory;
        this.smes = smes;
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    /** From the first to the last day, both included. */
    public record Days(
            LocalDate first, LocalDate last, @Nullable String note) {

        public Days {
            note = Words.optionalLine(note, 200);
            if (last.isBefore(first)) {
                throw new Refused("smes.refused.awayOrder").at("last");
            }
            if (first.getYear() < FIRST_YEAR || last.getYear() > LAST_YEAR) {
                throw new Refused("smes.refused.awayYear").at("first");
            }
        }

        boolean meets(Days other) {
            return !first.isAfter(other.last) && !last.isBefore(other.first);
        }

        /** From the earlier beginning to the later end, with the notes of both. */
        Days with(Days other) {
            String notes = Stream.of(note, other.note)
                    .filter(Objects::nonNull)
                    .distinct()
                    .collect(Collectors.joining(", "));
            return new Days(
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last,
                    notes);
        }
    }

    /** The period as it is now; it may have taken in others. */
    public record Noted(Days days, boolean joined) {}

    /**
     * A day is noted once: what shares a day with the new period becomes one with it. What is over stays, and takes no
     * room from what is to come.
     */
    public Noted add(Days days) {
        SmeCard me = own();
        smes.getAlone(me.publicId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), user.getZone());
        if (days.last().isBefore(today)) {
            throw new Refused("smes.refused.awayOver", TimeText.shortDay(days.last())).at("first");
        }
        List<Blackout> coming = entityManager
                .createQuery(
                        "select b from Blackout b where b.smeId = :sme and b.lastDay >= :day order by b.firstDay, b.id",
                        Blackout.class)
                .setParameter("sme", me.id())
                .setParameter("day", today)
                .getResultList();
        List<Blackout> met =
                coming.stream().filter(noted -> noted.days().meets(days)).toList();
        if (coming.size() - met.size() >= MOST) {
            throw new Refused("smes.refused.awayMany", MOST);
        }
        Days all = met.stream()
                .map(Blackout::days)
                .reduce(Days::with)
                .map(noted -> noted.with(days))
                .orElse(days);
        met.forEach(entityManager::remove);
        entityManager.persist(new Blackout(me.id(), all));
        return new Noted(all, !met.isEmpty());
    }

    /** Removing twice is removing once; answers what was removed, so that it can be added again. */
    public Optional<Days> remove(UUID id) {
        Optional<Blackout> found = entityManager
                .createQuery("select b from Blackout b where b.publicId = :id and b.smeId = :sme", Blackout.class)
                .setParameter("id", id.toString())
                .setParameter("sme", own().id())
                .getResultStream()
                .findFirst();
        found.ifPresent(entityManager::remove);
        return found.map(Blackout::days);
    }

    private SmeCard own() {
        return directory.byAccount(user.accountId()).orElseThrow(NotFound::new);
    }
}

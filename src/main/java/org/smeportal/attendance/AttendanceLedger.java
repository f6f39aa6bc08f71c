package org.smeportal.attendance;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** The ledger of attendance: entries are added, never changed; the final results follow from it. */
@Repository
class AttendanceLedger {

    /** How many entries one statement adds. */
    private static final int CHUNK = 200;

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    AttendanceLedger(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    record Entry(
            long smeId,
            @Nullable Long sessionId,
            AttendanceResult result,
            int minutes,
            AttendanceSource source,
            @Nullable String reason) {}

    /**
     * Locks the SMEs until the transaction ends: of two events that close at once, the second sees the results of the
     * first.
     */
    void lock(Collection<Long> smeIds) {
        entityManager.flush();
        List<Long> ordered = smeIds.stream().sorted().toList();
        for (int from = 0; from < ordered.size(); from += CHUNK) {
            String ids = ordered.subList(from, Math.min(from + CHUNK, ordered.size())).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(","));
            entityManager
                    .createNativeQuery("select id from sme where id in (" + ids + ") order by id for update")
                    .getResultList();
        }
    }

    void append(long eventId, List<Entry> entries) {
        for (int from = 0; from < entries.size(); from += CHUNK) {
            appendChunk(eventId, entries.subList(from, Math.min(from + CHUNK, entries.size())));
        }
    }

    /** Brings the final results of the event, or of one SME there, in line with the newest entries about the whole event. */
    void settle(long eventId, @Nullable Long smeId) {
        entityManager
                .createNativeQuery("""
                        insert into attendance_result (event_id, sme_id, result, minutes, entry_id)
                        select e.event_id, e.sme_id, e.result, e.minutes, e.id from attendance_entry e
                        where e.id in (select max(x.id) from attendance_entry x
                                where x.event_id = ?1 and x.session_id is null and (?2 = 0 or x.sme_id = ?2)
                                    and x.source in ('RULE', 'OVERRULED', 'CORRECTED', 'IMPORTED')
                                group by x.sme_id)
                        on duplicate key update result = values(result), minutes = values(minutes),
                            entry_id = values(entry_id)""")
                .setParameter(1, eventId)
                .setParameter(2, smeId == null ? 0L : smeId)
                .executeUpdate();
    }

    private void appendChunk(long eventId, List<Entry> entries) {
        List<String> reasons = entries.stream()
                .map(Entry::reason)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        String rows = entries.stream()
                .map(entry -> "(?1," + entry.smeId() + ", " + entry.sessionId() + ", '" + entry.result() + "', "
                        + entry.minutes() + ", '" + entry.source() + "', ?2, ?3, "
                        + (entry.reason() == null ? "null" : "?" + (4 + reasons.indexOf(entry.reason()))) + ")")
                .collect(Collectors.joining(",\n"));
        Query insert = entityManager.createNativeQuery("""
                insert into attendance_entry
                    (event_id, sme_id, session_id, result, minutes, source, recorded_by, recorded_at, reason)
                values\s""" + rows);
        insert.setParameter(1, eventId);
        insert.setParameter(2, user.caller().name());
        insert.setParameter(3, Sql.parameter(clock.instant()));
        for (int i = 0; i < reasons.size(); i++) {
            insert.setParameter(4 + i, reasons.get(i));
        }
        insert.executeUpdate();
    }
}

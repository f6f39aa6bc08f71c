package org.smeportal.reviews;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** Sessions as those who lead and those who review find them; without codes of items for the latter (R9.1). */
@Queries
public class ReviewQueries {
    private static final String LEADS = """
            exists (select 1 from exam_duty d where d.account_id = ?1 and d.exam_id = e.exam_id and d.duty = 'PM')""";

    private final EntityManager entityManager;
    private final CurrentUser user;

    @Inject
    public ReviewQueries(EntityManager entityManager, CurrentUser user) {
        this.entityManager = entityManager;
        this.user = user;
    }

    /** Somebody with a seat in an event and an account, and the room of their group there. */
    public record Seat(long account, @Nullable Long room) {}

    public List<Seat> seats(long eventId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select a.id, r.id as room from invitation i join sme s on s.id = i.sme_id
                                    join account a on a.id = s.account_id and a.state <> 'CLOSED'
                                    left join event_group_member g on g.event_id = i.event_id and g.sme_id = i.sme_id
                                    left join event_room r on r.id = g.room_id and r.kind = 'GROUP'
                                where i.event_id = ?1 and i.status = 'ACCEPTED' order by a.id""").setParameter(1, eventId))
                .map(row -> new Seat(Sql.number(row[0]), Sql.optionalNumber(row[1])))
                .toList();
    }

    /** A session for the user. */
    record Opened(Live.Head head, @Nullable Instant openedAt) {}

    /** Empty for who neither reviews in it nor leads reviews of its exam. */
    Optional<Opened> opened(UUID session) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select s.id, s.public_id, s.number,
                                    (select count(*) from review_session o where o.round_id = s.round_id) as groups_,
                                    e.title, e.public_id as event, m.name as room, l.name as lead, s.state, s.change_no,
                                    (select count(*) from review_member o
                                        where o.session_id = s.id and o.here_since is not null) as here,
                                    (select count(*) from review_member o where o.session_id = s.id) as members,
                                    own.account_id is null as leads,
                                    coalesce(s.lead_id = ?1, false) as mine, s.opened_at
                                from review_session s join review_round r on r.id = s.round_id
                                    join event e on e.id = r.event_id left join event_room m on m.id = s.room_id
                                    left join account l on l.id = s.lead_id
                                    left join review_member own on own.session_id = s.id and own.account_id = ?1
                                where s.public_id = ?2 and (own.account_id is not null or ?3 = 1 and
                                """ + LEADS + ")")
                        .setParameter(1, user.accountId())
                        .setParameter(2, session.toString())
                        .setParameter(3, user.isPm() ? 1 : 0))
                .findFirst()
                .map(row -> new Opened(
                        new Live.Head(
                                Sql.number(row[0]),
                                Sql.uuid(row[1]),
                                Sql.integer(row[2]),
                                Sql.integer(row[3]),
                                (String) row[4],
                                Sql.uuid(row[5]),
                                (String) row[6],
                                (String) row[7],
                                SessionState.valueOf((String) row[8]),
                                Sql.number(row[9]),
                                Sql.integer(row[10]),
                                Sql.integer(row[11]),
                                Sql.truth(row[12]),
                                Sql.truth(row[13])),
                        Sql.optionalInstant(row[14])));
    }

    /** What a page says of a session before it shows any item; empty for who neither reviews in it nor may lead it. */
    public Optional<Live.Head> head(UUID session) {
        return opened(session).map(Opened::head);
    }

    List<Live.Line> agenda(long sessionId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select public_id, place, state, outcome from review_entry
                                where session_id = ?1 order by place""").setParameter(1, sessionId))
                .map(row -> new Live.Line(
                        Sql.uuid(row[0]), Sql.integer(row[1]), EntryState.valueOf((String) row[2]), outcome(row[3])))
                .toList();
    }

    /** The item at which a session stands. */
    record At(
            long id,
            UUID entry,
            int place,
            long itemId,
            UUID item,
            int revision,
            EntryState state,
            @Nullable Instant timerEnds,
            int answered,
            @Nullable Verdict own,
            @Nullable ReviewOutcome outcome,
            @Nullable String sealedReason) {}

    Optional<At> current(long sessionId) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select n.id, n.public_id, n.place, i.id as item, i.public_id as item_id, n.revision, n.state,
                                    n.timer_ends, (select count(*) from verdict v where v.entry_id = n.id) as answered,
                                    own.verdict, n.outcome, n.reason
                                from review_session s join review_entry n on n.id = s.current_id join item i on i.id = n.item_id
                                    left join verdict own on own.entry_id = n.id and own.account_id = ?2
                                where s.id = ?1""")
                        .setParameter(1, sessionId)
                        .setParameter(2, user.accountId()))
                .findFirst()
                .map(row -> new At(
                        Sql.number(row[0]),
                        Sql.uuid(row[1]),
                        Sql.integer(row[2]),
                        Sql.number(row[3]),
                        Sql.uuid(row[4]),
                        Sql.integer(row[5]),
                        EntryState.valueOf((String) row[6]),
                        Sql.optionalInstant(row[7]),
                        Sql.integer(row[8]),
                        row[9] == null ? null : Verdict.valueOf((String) row[9]),
                        outcome(row[10]),
                        (String) row[11]));
    }

    /** What all gave, the author of the item like any other. */
    Map<Verdict, Integer> tally(long entryId) {
        Map<Verdict, Integer> tally = new EnumMap<>(Verdict.class);
        Sql.rows(entityManager
                        .createNativeQuery("select verdict, count(*) from verdict where entry_id = ?1 group by verdict")
                        .setParameter(1, entryId))
                .forEach(row -> tally.put(Verdict.valueOf((String) row[0]), Sql.integer(row[1])));
        return tally;
    }

    /** The verdicts of sessions that were revealed, by the ids of sessions. */
    Map<Long, Panel> panels(Collection<Long> sessions) {
        Map<Long, Map<Long, Map<Verdict, Integer>>> items = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery(
                        """
                        select n.session_id, n.id, v.verdict, count(*) from review_entry n join verdict v on v.entry_id = n.id
                        where n.state in ('REVEALED', 'DECIDED') and n.session_id in (""" + Sql.numberList(sessions) + ") group by n.session_id, n.id, v.verdict"))
                .forEach(row -> items.computeIfAbsent(Sql.number(row[0]), none -> new HashMap<>())
                        .computeIfAbsent(Sql.number(row[1]), none -> new EnumMap<>(Verdict.class))
                        .put(Verdict.valueOf((String) row[2]), Sql.integer(row[3])));
        Map<Long, Panel> panels = new HashMap<>();
        items.forEach((session, counts) -> panels.put(session, Panel.of(counts.values())));
        return panels;
    }

    /** How far sessions have come, by their ids, so that screens know whether to ask again. */
    public Map<UUID, Long> changes(Collection<UUID> sessions) {
        Map<UUID, Long> changes = new HashMap<>();
        if (!sessions.isEmpty()) {
            String ids = sessions.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
            Sql.rows(entityManager.createNativeQuery(
                            "select public_id, change_no from review_session where public_id in (" + ids + ")"))
                    .forEach(row -> changes.put(Sql.uuid(row[0]), Sql.number(row[1])));
        }
        return changes;
    }

    private static @Nullable ReviewOutcome outcome(@Nullable Object value) {
        return value == null ? null : ReviewOutcome.valueOf((String) value);
    }
}

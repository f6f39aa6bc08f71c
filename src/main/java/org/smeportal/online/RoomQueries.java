package org.smeportal.online;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The rooms of an event and who sits in its groups. */
@Queries
public class RoomQueries {

    private final EntityManager entityManager;

    @Inject
    public RoomQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** {@code own}: the group of the SME who was asked for. */
    public record Row(UUID id, RoomKind kind, String name, String link, int version, int members, boolean own) {}

    /** An SME with a seat. */
    public record Member(
            UUID sme, String name, ZoneId zone, @Nullable UUID room) {}

    public List<Row> rooms(long eventId) {
        return rooms(eventId, 0);
    }

    /** With the group of that SME first. */
    public List<Row> rooms(long eventId, long smeId) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select r.public_id, r.kind, r.name, r.link, r.version,
                                    count(i.id) as members, coalesce(max(g.sme_id = ?2), 0) as own
                                from event_room r left join event_group_member g on g.room_id = r.id
                                    left join invitation i on i.event_id = r.event_id and i.sme_id = g.sme_id
                                        and i.status = 'ACCEPTED'
                                where r.event_id = ?1 group by r.id
                                order by own desc, field(r.kind, 'PLENARY', 'HELP', 'GROUP'), r.name, r.id""")
                        .setParameter(1, eventId)
                        .setParameter(2, smeId))
                .map(row -> new Row(
                        Sql.uuid(row[0]),
                        RoomKind.valueOf((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        Sql.integer(row[4]),
                        Sql.integer(row[5]),
                        Sql.truth(row[6])))
                .toList();
    }

    public List<Member> members(long eventId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select s.public_id, s.name, s.zone, r.public_id as room
                                from invitation i join sme s on s.id = i.sme_id
                                    left join event_group_member g on g.event_id = i.event_id and g.sme_id = i.sme_id
                                    left join event_room r on r.id = g.room_id
                                where i.event_id = ?1 and i.status = 'ACCEPTED' order by s.name, s.id""").setParameter(1, eventId))
                .map(row -> new Member(
                        Sql.uuid(row[0]), (String) row[1], ZoneId.of((String) row[2]), Sql.optionalUuid(row[3])))
                .toList();
    }
}

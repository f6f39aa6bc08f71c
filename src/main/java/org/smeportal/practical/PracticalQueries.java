package org.smeportal.practical;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.Modality;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The practical page: all of it for its editor, and for an SME as far as their seat goes. */
@Queries
public class PracticalQueries {

    private final EntityManager entityManager;
    private final EventDirectory events;

    @Inject
    public PracticalQueries(EntityManager entityManager, EventDirectory events) {
        this.entityManager = entityManager;
        this.events = events;
    }

    /** The page as it is stored; version 0 when nobody wrote it yet. */
    public record Stored(PracticalFacts facts, int version) {}

    /** The page as somebody with a seat reads it, with the note that only they see. */
    public record Own(
            EventCard event,
            PracticalFacts facts,
            @Nullable Modality seat,
            @Nullable String note) {

        public boolean inPerson() {
            return seat == null ? event.modality().needsVenue() : seat == Modality.IN_PERSON;
        }

        public boolean online() {
            return seat == null ? event.modality().hasLink() : seat == Modality.VIRTUAL;
        }

        public boolean isEmpty() {
            return facts.isEmpty() && note == null;
        }
    }

    /** Somebody who said yes and has the seat, with the note written to them. */
    public record Seated(
            long eventId,
            long smeId,
            UUID sme,
            String name,
            @Nullable String note,
            @Nullable String writtenBy,
            @Nullable Instant writtenAt) {}

    public Stored stored(long eventId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select meeting_point, contact_name, contact_phone, lobby, meals, travel, joining,
                                    technical_check, version
                                from event_practical where event_id = ?1""").setParameter(1, eventId))
                .map(row -> new Stored(
                        new PracticalFacts(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                (String) row[5],
                                (String) row[6],
                                (String) row[7]),
                        Sql.integer(row[8])))
                .findFirst()
                .orElse(new Stored(PracticalFacts.NONE, 0));
    }

    /** Empty unless the account is that of an SME with a seat. */
    public Optional<Own> own(UUID event, long accountId) {
        return own(
                "where i.event_id = (select e.id from event e where e.public_id = ?1) and s.account_id = ?2",
                event.toString(),
                accountId);
    }

    /** For the page behind a personal link, which knows its invitation; empty while it holds no seat. */
    public Optional<Own> ofInvitation(UUID invitation) {
        return own("where i.public_id = ?1", invitation.toString());
    }

    private Optional<Own> own(String where, Object... parameters) {
        Query query = entityManager.createNativeQuery("""
                select i.event_id, p.modality, t.note
                from invitation i join sme s on s.id = i.sme_id left join seat_pool p on p.id = i.seat_pool_id
                    left join travel_note t on t.event_id = i.event_id and t.sme_id = i.sme_id
                """ + where + " and i.status = 'ACCEPTED'");
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return Sql.rows(query)
                .findFirst()
                .map(row -> new Own(
                        events.card(Sql.number(row[0])),
                        stored(Sql.number(row[0])).facts(),
                        row[1] == null ? null : Modality.valueOf((String) row[1]),
                        (String) row[2]));
    }

    public Optional<Seated> seated(UUID event, UUID sme) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select i.event_id, i.sme_id, s.public_id, s.name, t.note, t.written_by, t.written_at
                                from invitation i join event e on e.id = i.event_id join sme s on s.id = i.sme_id
                                    left join travel_note t on t.event_id = i.event_id and t.sme_id = i.sme_id
                                where e.public_id = ?1 and s.public_id = ?2 and i.status = 'ACCEPTED'""")
                        .setParameter(1, event.toString())
                        .setParameter(2, sme.toString()))
                .map(row -> new Seated(
                        Sql.number(row[0]),
                        Sql.number(row[1]),
                        Sql.uuid(row[2]),
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        Sql.optionalInstant(row[6])))
                .findFirst();
    }
}

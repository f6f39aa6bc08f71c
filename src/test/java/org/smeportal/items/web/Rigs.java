package org.smeportal.items.web;

import java.util.UUID;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Authors and workshops of today on the portal that page tests share. */
public final class Rigs {
    private Rigs() {}

    /** Makes the account an SME. */
    public static Caller author(Rig rig, long account, String email) {
        rig.update("""
                insert into sme (public_id, account_id, email, name, country, zone, state, joined_on, created_at)
                values (uuid(), ?1, ?2, 'Desk Writer', 'PT', 'Europe/Lisbon', 'ACTIVE', '2019-01-01', now(6))""", account, email);
        return Rig.caller(account, "Desk Writer", "Europe/Lisbon", Role.SME);
    }

    /** A workshop that began an hour ago, in which the author has a seat. */
    public static UUID workshop(Rig rig, Caller author) {
        UUID event = UUID.randomUUID();
        rig.update("""
                insert into event (public_id, kind, exam_id, title, status, modality, zone, starts_at, ends_at, rsvp_deadline,
                    lead_id, created_at)
                select ?1, 'WORKSHOP', x.id, 'Queues and stores, item writing', 'CONFIRMED', 'VIRTUAL', 'Europe/Berlin',
                    utc_timestamp(6) - interval 1 hour, utc_timestamp(6) + interval 5 hour, utc_timestamp(6) - interval 2 day,
                    a.id, utc_timestamp(6)
                from exam x join account a on a.email = 'pm@example.org' where x.code = 'SAP-C01'""", event.toString());
        rig.update("""
                insert into seat_pool (event_id, modality, capacity, taken)
                select id, 'VIRTUAL', 10, 1 from event where public_id = ?1""", event.toString());
        rig.update("""
                insert into invitation (public_id, event_id, sme_id, status, wave, seat_pool_id, holds_seat, nonce, created_at)
                select uuid(), e.id, s.id, 'ACCEPTED', 1, p.id, true, 'n', utc_timestamp(6)
                from event e join seat_pool p on p.event_id = e.id join sme s on s.account_id = ?2
                where e.public_id = ?1""", event.toString(), author.accountId());
        return event;
    }
}

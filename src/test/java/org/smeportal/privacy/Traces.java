package org.smeportal.privacy;

import java.util.UUID;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** A person who left a trace in every table that holds something of people, each with the same strange word in it. */
final class Traces {
    private static final String ROWS = """
            update sme set employer = 'M employer', expertise = 'M expertise', languages = 'M languages' where id = S;
            insert into sme_exam values (S, X);
            insert into sme_needs (sme_id, diet_note, access_note) values (S, 'M diet', 'M access');
            insert into sme_need values (S, 'VEGAN');
            insert into sme_blackout (public_id, sme_id, first_day, last_day, note)
                values (uuid(), S, '2020-04-01', '2020-04-02', 'M away');
            insert into user_session (token_hash, account_id, created_at, seen_at, expires_at, address, agent)
                values (sha2('M', 256), A, now(6), now(6), now(6), '192.0.2.7', 'M browser');
            insert into audit_entry (at, actor_id, actor, act) values (now(6), A, 'M Person', 'SignIn.signIn');
            insert into outbox_message (message_id, kind, subject_id, recipient, recipient_name, parameters, state,
                    not_before, created_at, sent_at, last_error)
                values (uuid(), 'account-reset', 1, 'm@example.org', 'M Person', '{"reason": "M"}', 'SENT', now(6), now(6),
                    now(6), 'M'),
                (uuid(), 'invitation-invite', 2, 'm@example.org', 'M Person', '{}', 'QUEUED', now(6), now(6), null, null);
            insert into mail_preference (address, nonce, feedback) values ('m@example.org', 'secret-nonce', false);
            insert into apply_invite (public_id, email, name, note, nonce, invited_by, created_at, expires_at)
                values (uuid(), 'm@example.org', 'M Person', 'M note', 'secret-nonce', P, now(6), now(6));
            insert into application (public_id, state, nonce, invite_id, email, name, country, zone, employer,
                    certifications, years_experience, expertise, languages, motivation, heard_of, attendance, created_at,
                    changed_at, confirmed_at, decision, decision_reason, decided_by, decided_at, published_at, sme_id)
                select uuid(), 'ACCEPTED', 'secret-nonce', id, 'm@example.org', 'M Person', 'PT', 'Europe/Lisbon',
                    'M employer', 'M certificate', 7, 'M expertise', 'M languages', 'M motivation', 'M conference',
                    'VIRTUAL', now(6), now(6), now(6), 'ACCEPT', 'M convinced us', P, now(6), now(6), S
                from apply_invite where email = 'm@example.org';
            insert into application_exam select id, X from application where sme_id = S;
            insert into application_move (application_id, to_state, at, actor, reason)
                select id, 'ACCEPTED', now(6), 'M Person', 'M reason' from application where sme_id = S;
            insert into rubric (number, created_at, created_by) select coalesce(max(number), 0) + 1, now(6), 'P' from rubric;
            insert into rubric_criterion (rubric_id, position, name, description, weight)
                select max(id), 1, 'Depth', 'Knows the field', 10 from rubric;
            insert into application_review (application_id, reviewer_id, rubric_id, comment, begun_at)
                select a.id, P, (select max(id) from rubric), 'M is good (internal)', now(6) from application a where sme_id = S;
            insert into application_score select r.id, c.id, 3 from application_review r
                join rubric_criterion c on c.rubric_id = r.rubric_id join application a on a.id = r.application_id
                where a.sme_id = S;
            insert into application_note (application_id, author_id, text, at)
                select id, P, 'M internal', now(6) from application where sme_id = S;
            insert into saved_filter (public_id, account_id, page, name, query) values (uuid(), A, '/app/x', 'M view', 'q=M');
            insert into second_factor (account_id, sealed_key, begun_at, confirmed_at) values (A, 'secret-nonce', now(6), now(6));
            insert into recovery_code (account_id, code_hash) values (A, 'secret-nonce');
            insert into pending_sign_in (token_hash, account_id, address, agent, expires_at)
                values (sha2('M pending', 256), A, '192.0.2.8', 'M pending browser', now(6));
            insert into agreement (public_id, number, title, text, state, created_at, created_by, published_at, published_by)
                select uuid(), coalesce(max(number), 0) + 1, 'Secrecy', 'Keep it.', 'PUBLISHED', now(6), 'P', now(6), 'P'
                from agreement;
            insert into agreement_acceptance (agreement_id, account_id, accepted_at, address, text_sha256)
                select max(id), A, now(6), '192.0.2.9 M', sha2('Keep it.', 256) from agreement;
            insert into sme_profile (sme_id, max_events, travel) values (S, 7, 'COUNTRY');
            insert into qualification (public_id, sme_id, exam_id, certificate, evidence_number, obtained_on, state, told_at)
                values (uuid(), S, X, 'M certificate of the exam', 'M-17', '2019-05-05', 'CLAIMED', now(6));
            insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at) values (A, X, 'EDITOR', 'P', now(6));
            insert into invitation (public_id, event_id, sme_id, status, wave, seat_pool_id, holds_seat, nonce, created_at,
                    reason)
                select uuid(), E, S, 'ACCEPTED', 1, id, true, 'secret-nonce', now(6), 'M invited' from seat_pool where event_id = E;
            update seat_pool set taken = taken + 1 where event_id = E;
            insert into invitation_move (invitation_id, to_status, at, actor, reason)
                select id, 'ACCEPTED', now(6), 'M Person', 'M said yes' from invitation where sme_id = S and event_id = E;
            insert into calendar_feed (account_id, kind, nonce, made_at) values (A, 'OWN', 'secret-nonce', now(6));
            insert into travel_note (event_id, sme_id, note, written_by, written_at) values (E, S, 'M train', 'P', now(6));
            insert into event_room (public_id, event_id, kind, name, link)
                values (uuid(), E, 'GROUP', concat('Room ', S), 'https://meet.example.org/x');
            insert into event_group_member select E, S, max(id) from event_room;
            insert into help_request (public_id, form_key, event_id, sme_id, question, state, asked_at)
                values (uuid(), uuid(), E, S, 'M question', 'OPEN', now(6));
            insert into follow_up_call (public_id, form_key, event_id, sme_id, host_id, zone, starts_at, minutes, link, state,
                    reason)
                values (uuid(), uuid(), E, S, P, 'Etc/UTC', '2020-02-20', 15, 'https://meet.example.org/c', 'BOOKED', 'M call');
            insert into attendance_entry (event_id, sme_id, result, minutes, source, recorded_by, recorded_at, reason)
                values (E, S, 'ATTENDED', 240, 'OVERRULED', 'M Person', now(6), 'M was there');
            insert into attendance_result select E, S, 'ATTENDED', 240, max(id) from attendance_entry;
            insert into feedback (event_id, sme_id, overall, pace, again, to_keep, to_change, by_name, given_at)
                values (E, S, 4, 'RIGHT', true, 'M keep', 'M change', true, now(6));
            insert into sme_task (public_id, sme_id, title, details, state, done_on, minutes, added_by, created_at)
                values (uuid(), S, 'M task', 'M details', 'DONE', '2020-01-15', 90, 'M Person', now(6));
            insert into award (public_id, badge_id, sme_id, state, active_key, qualifying_event_id, earned_on, awarded_at)
                values (uuid(), 1, S, 'ACTIVE', concat('1:', S), E, '2020-01-10', now(6));
            insert into award (public_id, badge_id, sme_id, state, qualifying_event_id, earned_on, awarded_at, revoked_at,
                    revoked_reason)
                values (uuid(), 1, S, 'REVOKED', E, '2020-01-10', now(6), now(6), 'M slept');
            insert into sme_year (sme_id, in_year, favourite_event_id, share_nonce, shared_at)
                values (S, 2020, E, 'secret-nonce', now(6));
            insert into item (public_id, code, exam_id, status, status_since, created_at)
                values (uuid(), concat('ITM-', lpad(S, 4, '0')), X, 'DRAFT', now(6), now(6));
            insert into item_author select max(id), S from item;
            insert into item_editor (item_id, account_id, named_by, named_at, done_at)
                select max(id), A, P, now(6), now(6) from item;
            insert into draft (item_id, seq, journal_key, touched_at) select max(id), 1, 'M secret-nonce', now(6) from item;
            insert into draft_field select max(id), 'question', 1, 'M', 'M secret-nonce' from item;
            insert into draft_state select max(id), 1, now(6), 'TIME', 'M secret-nonce' from item;
            insert into item_view (item_id, revision, account_id, kind, at) select max(id), 0, A, 'WRITE', now(6) from item;
            insert into item_revision (item_id, number, domain, submitted_at, scenario, question, options, answer_key,
                    rationales, sources)
                select max(id), 1, 1, now(6), 'secret-nonce', 'x', 'x', 'x', 'x', 'x' from item;
            insert into review_round (event_id, number, seed, created_at) values (E, S, 1, now(6));
            insert into review_session (public_id, round_id, number, state)
                select uuid(), max(id), 1, 'PLANNED' from review_round;
            insert into review_member (session_id, account_id) select max(id), A from review_session;
            insert into review_entry (public_id, session_id, place, item_id, revision, state)
                select uuid(), max(s.id), 1, (select max(id) from item), 1, 'WAITING' from review_session s;
            insert into verdict select max(id), A, 'ACCEPT', now(6) from review_entry;
            insert into review_comment (public_id, entry_id, account_id, aspect, blocking, text, at)
                select uuid(), max(id), A, 'STEM', false, 'secret-nonce', now(6) from review_entry;
            insert into check_signature (public_id, revision_id, duty, checklist_id, account_id, signed_at)
                select uuid(), max(r.id), 'EDITOR', (select min(id) from checklist), A, now(6) from item_revision r;
            insert into author_disclosure (public_id, item_id, asked_by, reason, asked_at, waiting)
                select uuid(), max(id), A, 'M asks', now(6), true from item;
            insert into check_answer select max(id), 1, 'NO', 'secret-nonce' from check_signature;
            insert into check_reference select max(id), 'r' from check_signature;
            insert into item_revision (item_id, number, domain, submitted_at, scenario, question, options, answer_key,
                    rationales, sources)
                select item_id, 2, domain, submitted_at, scenario, question, options, answer_key, rationales, sources
                from item_revision where id = (select max(id) from item_revision);
            insert into editorial_decision (revision_id, baseline_id, outcome, account_id, decided_at)
                select max(id), (select max(id) from item_revision where number = 1), 'GROUP', A, now(6) from item_revision;
            """;

    final String word;
    final UUID sme;
    final long id;
    final long account;

    /** {@code pastEvent} is over and counted; {@code pm} works for the programme. */
    Traces(Rig rig, String word, long pastEvent, long pm) {
        this.word = word;
        sme = UUID.randomUUID();
        String email = word + "@example.org";
        account = DemoAccounts.insert(rig, email, word + " Person", "Europe/Lisbon", "SME");
        rig.update("""
                insert into sme (public_id, account_id, email, name, country, zone, visible_to_members, state, joined_on,
                    created_at)
                values (?1, ?2, ?3, ?4, 'PT', 'Europe/Lisbon', true, 'ACTIVE', '2019-05-17', now(6))""", sme.toString(), account, email, word + " Person");
        id = rig.count("select id from sme where email = ?1", email);
        for (String sql : ROWS.split(";\n")) {
            if (!sql.isBlank()) {
                rig.update(sql.replaceAll("\\bM\\b", word)
                        .replace("m@example.org", email)
                        .replaceAll("\\bS\\b", Long.toString(id))
                        .replaceAll("\\bA\\b", Long.toString(account))
                        .replaceAll("\\bE\\b", Long.toString(pastEvent))
                        .replaceAll("\\bP\\b(?!')", Long.toString(pm))
                        .replaceAll("\\bX\\b", "(select min(id) from exam)"));
            }
        }
    }

    Caller caller() {
        return Rig.caller(account, word + " Person", "Europe/Lisbon", Role.SME);
    }

    String email() {
        return word + "@example.org";
    }

    /** An event of January 2020 that is over and closed. */
    static long pastEvent(Rig rig, long pm) {
        rig.update("""
                insert into event (public_id, kind, title, status, modality, zone, starts_at, ends_at, rsvp_deadline, lead_id,
                    created_at)
                values (uuid(), 'WORKSHOP', 'Winter workshop', 'COMPLETED', 'VIRTUAL', 'Europe/Berlin', '2020-01-10 08:00',
                    '2020-01-10 16:00', '2020-01-05 08:00', ?1, now(6))""", pm);
        long event = rig.count("select max(id) from event");
        rig.update("insert into seat_pool (event_id, modality, capacity) values (?1, 'VIRTUAL', 20)", event);
        return event;
    }
}

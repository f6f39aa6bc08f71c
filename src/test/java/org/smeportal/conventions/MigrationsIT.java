package org.smeportal.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smeportal.platform.Migration;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/** From an empty database to the schema that the entities expect, and what the schema itself refuses. */
class MigrationsIT {
    private static EmbeddedDatabase.Connection database;

    @BeforeAll
    static void migrate() throws SQLException {
        database = EmbeddedDatabase.empty();
        Migration.migrate(database.url(), database.user(), database.password());
        run("""
                insert into account (id, public_id, email, name, zone, state, link_nonce, created_at)
                values (1, uuid(), 'pm@example.org', 'Priya', 'Europe/Berlin', 'ACTIVE', 'n', utc_timestamp(6))""");
        run("""
                insert into event (id, public_id, kind, title, status, modality, zone, starts_at, ends_at, rsvp_deadline,
                    lead_id, created_at)
                values (1, uuid(), 'WORKSHOP', 'W', 'PLANNED', 'VIRTUAL', 'Europe/Berlin', '2020-05-05 08:00',
                    '2020-05-05 16:00', '2020-05-01 08:00', 1, utc_timestamp(6))""");
        run("""
                insert into agreement (id, public_id, number, title, text, state, created_at, created_by, published_at,
                    published_by)
                values (1, uuid(), 100, 'T', 'x', 'PUBLISHED', utc_timestamp(6), 'A', utc_timestamp(6), 'A')""");
        run("insert into seat_pool (id, event_id, modality, capacity) values (1, 1, 'VIRTUAL', 2)");
        for (int i = 1; i <= 2; i++) {
            run("""
                    insert into sme (id, public_id, email, name, country, zone, state, joined_on, created_at)
                    values (%1$d, uuid(), 's%1$d@example.org', 'S', 'PT', 'Europe/Lisbon', 'ACTIVE', '2020-01-01',
                        utc_timestamp(6))""".formatted(i));
        }
        run("""
                insert into invitation (id, public_id, event_id, sme_id, status, wave, nonce, created_at)
                values (1, uuid(), 1, 1, 'SENT', 1, 'n', utc_timestamp(6))""");
    }

    @Test
    void nothingIsPendingAndASecondStartChangesNothing() {
        Flyway flyway = Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .load();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.info().applied()).isNotEmpty();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThatCode(flyway::validate).doesNotThrowAnyException();
    }

    @Test
    void everyEntityFindsItsTableAndColumns() {
        try (Rig rig = Rig.on(
                database.url(),
                database.user(),
                database.password(),
                new StoryClock(java.time.Instant.parse("2020-02-03T09:00:00Z")),
                Rig.config(java.time.Duration.ZERO))) {
            EntityManager entityManager = rig.get(EntityManager.class);
            assertThat(entityManager.getMetamodel().getEntities()).hasSizeGreaterThan(5);
            for (EntityType<?> entity : entityManager.getMetamodel().getEntities()) {
                String all = "select e from " + entity.getName() + " e";
                assertThatCode(() -> entityManager.createQuery(all).getResultList())
                        .as(entity.getName())
                        .doesNotThrowAnyException();
                entity.getAttributes().stream()
                        .filter(Attribute::isCollection)
                        .map(attribute -> all + " left join fetch e." + attribute.getName())
                        .forEach(query -> assertThatCode(
                                        () -> entityManager.createQuery(query).getResultList())
                                .as(query)
                                .doesNotThrowAnyException());
            }
        }
    }

    /** The last line of defence, should every check before it fail. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ck_seat_pool_taken        | update seat_pool set taken = 3
            ck_seat_pool_taken        | update seat_pool set taken = -1
            ck_seat_pool_capacity     | update seat_pool set capacity = 1000000000
            ck_seat_pool_waiting      | update seat_pool set waiting = -1
            uq_seat_pool              | insert into seat_pool (event_id, modality, capacity) values (1, 'VIRTUAL', 1)
            ck_event_order            | update event set ends_at = starts_at
            ck_event_status           | update event set status = 'SOMEHOW'
            ck_event_kind             | update event set kind = 'PARTY'
            fk_event_lead             | update event set lead_id = 99
            ck_invitation_seat        | update invitation set status = 'ACCEPTED', holds_seat = false
            ck_invitation_seat        | update invitation set holds_seat = true
            ck_invitation_ticket      | update invitation set status = 'WAITLISTED'
            ck_invitation_status      | update invitation set status = 'PERHAPS'
            uq_invitation_event_sme   | insert into invitation (public_id, event_id, sme_id, status, wave, nonce, created_at) values (uuid(), 1, 1, 'SENT', 1, 'n', utc_timestamp(6))
            ck_account_state          | update account set state = 'ASLEEP'
            uq_account_email          | insert into account (public_id, email, name, zone, state, link_nonce, created_at) values (uuid(), 'PM@example.org', 'P', 'Etc/UTC', 'INVITED', 'n', utc_timestamp(6))
            ck_account_role           | insert into account_role (account_id, role) values (1, 'KING')
            uq_sme_email              | update sme set email = 's1@example.org'
            ck_sme_state              | update sme set state = 'GONE'
            ck_sme_former             | update sme set state = 'FORMER', employer = 'E' where id = 1
            ck_sme_not_same_order     | insert into sme_not_same (sme_id, other_id, decided_at) values (2, 1, utc_timestamp(6))
            ck_attendance_result      | insert into attendance_entry (event_id, sme_id, result, minutes, source, recorded_by, recorded_at) values (1, 1, 'SLEPT', 1, 'BOARD', 'P', utc_timestamp(6))
            ck_attendance_minutes     | insert into attendance_entry (event_id, sme_id, result, minutes, source, recorded_by, recorded_at) values (1, 1, 'ATTENDED', -1, 'BOARD', 'P', utc_timestamp(6))
            ck_award_active           | insert into award (public_id, badge_id, sme_id, state, qualifying_event_id, earned_on, awarded_at) values (uuid(), 1, 1, 'ACTIVE', 1, '2020-05-05', utc_timestamp(6))
            ck_award_state            | insert into award (public_id, badge_id, sme_id, state, qualifying_event_id, earned_on, awarded_at) values (uuid(), 1, 1, 'LENT', 1, '2020-05-05', utc_timestamp(6))
            uq_award_active           | insert into award (public_id, badge_id, sme_id, state, active_key, qualifying_event_id, earned_on, awarded_at) values (uuid(), 1, 1, 'ACTIVE', '1:1', 1, '2020-05-05', utc_timestamp(6)), (uuid(), 1, 1, 'ACTIVE', '1:1', 1, '2020-05-05', utc_timestamp(6))
            uq_venue_name             | insert into venue (public_id, name, city, country, zone, created_at) values (uuid(), 'H', 'C', 'PT', 'Europe/Lisbon', utc_timestamp(6)), (uuid(), 'h', 'c', 'PT', 'Europe/Lisbon', utc_timestamp(6))
            fk_event_venue            | update event set venue_id = 99
            ck_event_room             | update event set room_id = 99
            ck_sme_blackout_order     | insert into sme_blackout (public_id, sme_id, first_day, last_day) values (uuid(), 1, '2020-02-02', '2020-02-01')
            ck_event_room_link        | insert into event_room (public_id, event_id, kind, name, link) values (uuid(), 1, 'HELP', 'H', 'http://x.example')
            uq_event_room_name        | insert into event_room (public_id, event_id, kind, name, link) values (uuid(), 1, 'HELP', 'H', 'https://x.example'), (uuid(), 1, 'HELP', 'h', 'https://x.example')
            ck_help_request_taken     | insert into help_request (public_id, form_key, event_id, sme_id, question, state, asked_at) values (uuid(), uuid(), 1, 1, 'Q', 'TAKEN', utc_timestamp(6))
            ck_help_request_closed    | insert into help_request (public_id, form_key, event_id, sme_id, question, state, asked_at) values (uuid(), uuid(), 1, 1, 'Q', 'ANSWERED', utc_timestamp(6))
            uq_help_request_form      | insert into help_request (public_id, form_key, event_id, sme_id, question, state, asked_at) values (uuid(), 'k', 1, 1, 'Q', 'OPEN', utc_timestamp(6)), (uuid(), 'k', 1, 1, 'Q', 'OPEN', utc_timestamp(6))
            ck_follow_up_call_minutes | insert into follow_up_call (public_id, form_key, event_id, sme_id, host_id, zone, starts_at, minutes, link, state) values (uuid(), 'k', 1, 1, 1, 'Etc/UTC', utc_timestamp(6), 4, 'https://x.example', 'BOOKED')
            uq_sme_task_form          | insert into sme_task (public_id, form_key, sme_id, title, state, added_by, created_at) values (uuid(), 'k', 1, 'T', 'OPEN', 'A', utc_timestamp(6)), (uuid(), 'k', 1, 'T', 'OPEN', 'A', utc_timestamp(6))
            uq_feedback               | insert into feedback (event_id, sme_id, overall, pace, again, by_name, given_at) values (1, 1, 5, 'RIGHT', true, false, utc_timestamp(6)), (1, 1, 5, 'RIGHT', true, false, utc_timestamp(6))
            ck_feedback_overall       | insert into feedback (event_id, sme_id, overall, pace, again, by_name, given_at) values (1, 1, 6, 'RIGHT', true, false, utc_timestamp(6))
            fk_recovery_code          | insert into recovery_code (account_id, code_hash) values (1, 'h')
            fk_pending_sign_in        | insert into pending_sign_in (token_hash, account_id, address, agent, expires_at) values ('h', 99, 'a', 'b', utc_timestamp(6))
            ck_audit_head_one         | insert into audit_head (id, position, hash) values (2, 0, 'h')
            uq_audit_seal_entry       | insert into audit_seal (position, entry_id, key_id, hash, sealed_at) values (1, 1, 'k', 'h', utc_timestamp(6)), (2, 1, 'k', 'h', utc_timestamp(6))
            ck_exam_duty              | insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at) values (1, 1, 'KING', 'A', utc_timestamp(6))
            fk_exam_duty_exam         | insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at) values (1, 99, 'PM', 'A', utc_timestamp(6))
            ck_application_score      | insert into application (public_id, state, nonce, created_at, changed_at, score) values (uuid(), 'DRAFT', 'n', utc_timestamp(6), utc_timestamp(6), 3)
            ck_application_scores_in  | insert into application (public_id, state, nonce, created_at, changed_at, scores_in) values (uuid(), 'DRAFT', 'n', utc_timestamp(6), utc_timestamp(6), 3)
            ck_rubric_criterion_weight | update rubric_criterion set weight = 101
            ck_application_publication_settled | insert into application_publication (public_id, state, created_at, created_by, apply_at) values (uuid(), 'DONE', utc_timestamp(6), 'P', utc_timestamp(6))
            ck_apply_invite_whom      | insert into apply_invite (public_id, nonce, invited_by, created_at, expires_at) values (uuid(), 'n', 1, utc_timestamp(6), utc_timestamp(6))
            uq_application_draft      | insert into application (public_id, state, nonce, draft_hash, created_at, changed_at) values (uuid(), 'DRAFT', 'n', 'h', utc_timestamp(6), utc_timestamp(6)), (uuid(), 'DRAFT', 'n', 'h', utc_timestamp(6), utc_timestamp(6))
            uq_application_live       | insert into application (public_id, state, nonce, email, live_key, confirmed_at, created_at, changed_at) values (uuid(), 'SUBMITTED', 'n', 'a@x.example', 'a@x.example', utc_timestamp(6), utc_timestamp(6), utc_timestamp(6)), (uuid(), 'SUBMITTED', 'n', 'a@x.example', 'a@x.example', utc_timestamp(6), utc_timestamp(6), utc_timestamp(6))
            ck_application_live       | insert into application (public_id, state, nonce, email, confirmed_at, created_at, changed_at) values (uuid(), 'SUBMITTED', 'n', 'a@x.example', utc_timestamp(6), utc_timestamp(6), utc_timestamp(6))
            ck_application_counts     | insert into application (public_id, state, nonce, email, live_key, created_at, changed_at) values (uuid(), 'SUBMITTED', 'n', 'a@x.example', 'a@x.example', utc_timestamp(6), utc_timestamp(6))
            ck_sme_profile_events     | insert into sme_profile (sme_id, max_events, travel) values (1, 51, 'ANYWHERE')
            ck_qualification_evidence | insert into qualification (public_id, sme_id, exam_id, certificate, obtained_on, state, told_at) values (uuid(), 1, 1, 'C', '2020-01-01', 'CLAIMED', utc_timestamp(6))
            ck_qualification_reason   | insert into qualification (public_id, sme_id, exam_id, certificate, evidence_number, obtained_on, state, told_at, decided_at) values (uuid(), 1, 1, 'C', '1', '2020-01-01', 'REJECTED', utc_timestamp(6), utc_timestamp(6))
            uq_agreement_draft        | insert into agreement (public_id, number, title, text, state, draft_key, created_at, created_by) values (uuid(), 1, 'T', 'x', 'DRAFT', 1, utc_timestamp(6), 'A'), (uuid(), 2, 'T', 'x', 'DRAFT', 1, utc_timestamp(6), 'A')
            ck_agreement_draft        | insert into agreement (public_id, number, title, text, state, draft_key, created_at, created_by) values (uuid(), 1, 'T', 'x', 'DRAFT', null, utc_timestamp(6), 'A')
            ck_agreement_published    | insert into agreement (public_id, number, title, text, state, created_at, created_by) values (uuid(), 1, 'T', 'x', 'PUBLISHED', utc_timestamp(6), 'A')
            uq_agreement_acceptance   | insert into agreement_acceptance (agreement_id, account_id, accepted_at, address, text_sha256) values (1, 1, utc_timestamp(6), 'a', 'x'), (1, 1, utc_timestamp(6), 'a', 'x')
            uq_mail_preference        | insert into mail_preference (address, nonce) values ('a', 'n'), ('a', 'm')
            uq_checklist              | insert into checklist (duty, number, created_at) values ('EDITOR', 1, utc_timestamp(6))
            ck_checklist_duty         | insert into checklist (duty, number, created_at) values ('PM', 1, utc_timestamp(6))
            ck_check_answer_note      | insert into check_answer (signature_id, place, mark) values (1, 1, 'NO')
            ck_item_editorial         | insert into item (public_id, code, exam_id, domain, status, status_since, revision, editorial_revision, created_at) values (uuid(), 'c', 1, 1, 'QC1', utc_timestamp(6), 1, 1, utc_timestamp(6))
            ck_editorial_decision_outcome | insert into editorial_decision (revision_id, baseline_id, outcome, account_id, decided_at) values (2, 1, 'MAYBE', 1, utc_timestamp(6))
            ck_editorial_decision_baseline | insert into editorial_decision (revision_id, baseline_id, outcome, account_id, decided_at) values (1, 1, 'GROUP', 1, utc_timestamp(6))
            ck_item_pair_order        | insert into item_pair (item_low, item_high, decision, revision_low, revision_high, decided_at, decided_by) values (2, 1, 'NOT_ALIKE', 1, 1, utc_timestamp(6), 1)
            ck_item_pair_reason       | insert into item_pair (item_low, item_high, decision, revision_low, revision_high, decided_at, decided_by) values (1, 2, 'ENEMIES', 1, 1, utc_timestamp(6), 1)
            ck_review_session_open    | insert into review_session (public_id, round_id, number, state) values (uuid(), 1, 1, 'OPEN')
            ck_review_entry_decided   | insert into review_entry (public_id, session_id, place, item_id, revision, state) values (uuid(), 1, 1, 1, 1, 'DECIDED')
            ck_verdict                | insert into verdict (entry_id, account_id, verdict, at) values (1, 1, 'HMM', utc_timestamp(6))
            ck_review_comment_aspect  | insert into review_comment (public_id, entry_id, account_id, aspect, blocking, text, at) values (uuid(), 1, 1, 'MOOD', false, 'x', utc_timestamp(6))
            ck_author_disclosure_second | insert into author_disclosure (public_id, item_id, asked_by, reason, asked_at, answer, answered_by, answered_at) values (uuid(), 1, 1, 'R', utc_timestamp(6), 'YES', 1, utc_timestamp(6))
            ck_author_disclosure_seen | insert into author_disclosure (public_id, item_id, asked_by, reason, asked_at, answer, answered_by, answered_at, seen_at) values (uuid(), 1, 1, 'R', utc_timestamp(6), 'NO', 2, utc_timestamp(6), utc_timestamp(6))
            ck_author_disclosure_waiting | insert into author_disclosure (public_id, item_id, asked_by, reason, asked_at, waiting, seen_at) values (uuid(), 1, 1, 'R', utc_timestamp(6), true, utc_timestamp(6))
            ck_author_disclosure_answered | insert into author_disclosure (public_id, item_id, asked_by, reason, asked_at, answer) values (uuid(), 1, 1, 'R', utc_timestamp(6), 'YES')
            ck_author_disclosure_reason | insert into author_disclosure (public_id, item_id, asked_by, reason, asked_at, waiting) values (uuid(), 1, 1, '', utc_timestamp(6), true)
            ck_outbox_state           | insert into outbox_message (message_id, kind, subject_id, recipient, recipient_name, parameters, state, not_before, created_at) values ('m', 'k', 1, 'r', 'n', '{}', 'LOST', utc_timestamp(6), utc_timestamp(6))
            """)
    void theSchemaRefuses(String constraint, String statement) {
        assertThatThrownBy(() -> run(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(constraint);
    }

    @AfterAll
    static void theRefusedStatementsChangedNothing() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select taken, waiting, capacity from seat_pool")) {
            rows.next();
            assertThat(new int[] {rows.getInt(1), rows.getInt(2), rows.getInt(3)})
                    .containsExactly(0, 0, 2);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}

package org.smeportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/** Whoever can write the database can change the trail, but not so that the check does not see it. */
class AuditChainIT {
    private static final Instant MORNING = Instant.parse("2020-02-03T09:00:00Z");
    private static final Caller ADMIN = Rig.caller(1, "Ada Winter", "Europe/Dublin", Role.ADMIN);
    private static final String OLD = Rig.SECRET;
    private static final String NEW = "next:bmV4dC10ZXN0LXNlY3JldC0zMi1ieXRlcy1sb25nISE=";

    private static EmbeddedDatabase.Connection database;
    private static Rig rig;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.fresh();
        rig = rig(OLD);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void sevenEntriesAreSealed() {
        rig.clock().set(MORNING.plusSeconds(60));
        rig.update("truncate table audit_entry");
        rig.update("truncate table audit_seal");
        rig.update("update audit_head set position = 0, hash = repeat('0', 64), complete_to = null");
        for (int i = 1; i <= 7; i++) {
            entry(i, MORNING.plusSeconds(i));
        }
        seal(rig);
    }

    private static Rig rig(String secret) {
        PortalConfig config = Rig.config(Duration.ZERO);
        return Rig.on(
                database.url(),
                database.user(),
                database.password(),
                new StoryClock(MORNING.plusSeconds(60)),
                new PortalConfig(
                        config.baseUrl(),
                        secret,
                        config.smtpUrl(),
                        config.adminEmail(),
                        config.undoWindow(),
                        config.relayLease(),
                        config.mailFrom(),
                        config.trustedProxies(),
                        config.demo(),
                        config.secondFactorRequired()));
    }

    private static void entry(int number, Instant at) {
        rig.update(
                "insert into audit_entry (id, at, actor_id, actor, act, subject, detail) values (?1, ?2, 1, 'Ada', ?3, 'x', 'd')",
                number,
                Sql.parameter(at),
                "Act.number" + number);
    }

    private static void seal(Rig node) {
        node.get(Sealing.class).run();
    }

    private static VerifyTrail.Verdict verify(VerifyTrail.KnownHead known) {
        return verify(rig, known);
    }

    private static VerifyTrail.Verdict verify(Rig node, VerifyTrail.KnownHead known) {
        return node.as(ADMIN, () -> node.get(VerifyTrail.class).verify(known));
    }

    private static TrailHead head() {
        return rig.get(AuditQueries.class).head();
    }

    @Test
    void everyCommittedEntryHasItsPlaceAndTheWholeIsInOrder() {
        assertThat(rig.rows("select entry_id from audit_seal order by position"))
                .extracting(String::valueOf)
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
        VerifyTrail.Verdict verdict = verify(null);
        assertThat(verdict.finding()).isNull();
        assertThat(verdict.inOrder()).isEqualTo(7);
        assertThat(verdict.hash()).isEqualTo(head().hash());
        assertThat(rig.rows("select detail from audit_entry where act = 'VerifyTrail.verify'"))
                .as("what the check found is an entry itself")
                .singleElement()
                .asString()
                .contains("in order up to position 7", head().hash());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            CHANGED      | 3 | 3 | update audit_entry set detail = 'other' where id = 3
            CHANGED      | 3 | 3 | update audit_entry set detail = null where id = 3
            CHANGED      | 3 | 3 | update audit_entry set subject = 'xd', detail = '' where id = 3
            CHANGED      | 5 | 5 | update audit_entry set actor_id = 2 where id = 5
            CHANGED      | 5 | 5 | update audit_entry set at = at + interval 1 microsecond where id = 5
            CHANGED      | 2 | 2 | update audit_entry set changes = 'roles: SME → ADMIN' where id >= 2
            CHANGED      | 4 | 4 | update audit_seal set hash = repeat('a', 64) where position = 4
            CHANGED      | 4 | 4 | update audit_seal set sealed_at = sealed_at + interval 1 day where position = 4
            DELETED      | 4 | 4 | delete from audit_entry where id = 4
            DELETED      | 7 | 7 | delete from audit_entry where id = 7
            DELETED      | 1 | 1 | delete from audit_entry where id <= 2
            SEAL_MISSING | 4 |   | delete from audit_seal where position = 4
            SEAL_MISSING | 1 |   | delete from audit_seal where position = 1
            CUT          | 7 |   | delete from audit_seal where position = 7
            CUT          | 1 |   | delete from audit_seal
            CHANGED      | 2 | 5 | update audit_seal set entry_id = if(position = 2, 105, if(position = 5, 2, entry_id)) where position in (2, 5); update audit_seal set entry_id = 5 where entry_id = 105
            CHANGED      | 2 | 2 | update audit_entry a join audit_entry b on a.id = 2 and b.id = 5 set a.act = b.act, b.act = 'Act.number2'
            SEAL_MISSING | 4 |   | delete from audit_entry where id = 4; delete from audit_seal where position = 4
            CHANGED      | 4 | 5 | delete from audit_entry where id = 4; delete from audit_seal where position = 4; update audit_seal set position = position - 1 where position > 4 order by position
            CUT          | 6 |   | delete from audit_entry where id >= 6; delete from audit_seal where position >= 6
            """)
    void asDatabaseRootOneCannotChangeDeleteOrCutUnseen(
            TrailFault fault, long position, Long entry, String statements) {
        for (String statement : statements.split(";")) {
            rig.update(statement);
        }
        VerifyTrail.Finding finding = verify(null).finding();
        assertThat(finding).isNotNull();
        assertThat(finding.fault()).isEqualTo(fault);
        assertThat(finding.position()).isEqualTo(position);
        assertThat(finding.entry()).isEqualTo(entry);
        assertThat(rig.count(
                        "select count(*) from audit_entry where act = 'VerifyTrail.verify' and detail like ?1",
                        fault + " at position " + position + "%"))
                .isEqualTo(1);
    }

    @Test
    void aTailCutTogetherWithTheHeadRowShowsByTheHeadThatWasKept() {
        TrailHead kept = head();
        VerifyTrail.KnownHead known = VerifyTrail.KnownHead.of(kept.position() + " " + kept.hash());
        rig.update("delete from audit_entry where id >= 6");
        rig.update("delete from audit_seal where position >= 6");
        rig.update(
                "update audit_head set position = 5, hash = ?1",
                rig.rows("select hash from audit_seal where position = 5").get(0));
        assertThat(verify(null).finding()).as("the database alone cannot know").isNull();
        assertThat(verify(known).finding()).satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(TrailFault.CUT);
            assertThat(finding.position()).isEqualTo(6);
        });
        seal(rig);
        entry(20, MORNING.plusSeconds(65));
        entry(21, MORNING.plusSeconds(66));
        seal(rig);
        assertThat(verify(known).finding())
                .as("grown again past the place that is known")
                .satisfies(finding -> assertThat(finding.fault()).isEqualTo(TrailFault.OTHER_HEAD));
    }

    @Test
    void aTrailSealedAnewFromTheStartShowsByTheHeadThatWasKept() {
        VerifyTrail.KnownHead known = new VerifyTrail.KnownHead(7, head().hash());
        rig.update("update audit_entry set actor = 'Nobody' where id = 3");
        rig.update("delete from audit_seal");
        rig.update("update audit_head set position = 0, hash = repeat('0', 64), complete_to = null");
        rig.clock().advance(Duration.ofMinutes(1));
        seal(rig);
        assertThat(verify(null).finding()).isNull();
        assertThat(verify(known).finding().fault()).isEqualTo(TrailFault.OTHER_HEAD);
    }

    @Test
    void anEntryThatAppearsLongAfterItsTimeIsNotSealedAndIsNamed() {
        rig.clock().advance(Duration.ofDays(1));
        seal(rig);
        entry(100, MORNING.plusSeconds(30));
        seal(rig);
        assertThat(rig.count("select count(*) from audit_seal where entry_id = 100"))
                .isZero();
        assertThat(verify(null).finding()).satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(TrailFault.ADDED);
            assertThat(finding.entry()).isEqualTo(100);
            assertThat(finding.act()).isEqualTo("Act.number100");
        });
    }

    /** Ids are given before the commit: a slow act's lower id may come after higher ones. */
    @Test
    void anEntryOfASlowActTakesALaterPosition() throws SQLException {
        try (Connection slow = connection(database.user(), database.password())) {
            slow.setAutoCommit(false);
            try (Statement statement = slow.createStatement()) {
                statement.execute(
                        "insert into audit_entry (id, at, actor, act) values (8, '2020-02-03 09:00:30', 'S', 'Slow.act')");
                entry(9, MORNING.plusSeconds(40));
                seal(rig);
                assertThat(rig.count("select max(entry_id) from audit_seal")).isEqualTo(9);
                slow.commit();
            }
        }
        rig.clock().advance(Duration.ofMinutes(1));
        seal(rig);
        assertThat(rig.rows("select entry_id from audit_seal where position > 7 order by position"))
                .extracting(String::valueOf)
                .containsExactly("9", "8");
        assertThat(verify(null).finding()).isNull();
    }

    @Test
    void twoNodesThatSealAtOnceMakeOneChain() throws Exception {
        for (int i = 0; i < 4; i++) {
            rig.update("""
                    insert into audit_entry (at, actor, act)
                    with recursive n as (select 1 as i union all select i + 1 from n where i < 800)
                    select '2020-02-03 09:00:20', 'Filler', 'Act.filler' from n""");
            Rig.atOnce(4, () -> {
                seal(rig);
                return null;
            });
        }
        assertThat(rig.count("select count(*) from audit_seal")).isEqualTo(7 + 4 * 800);
        assertThat(rig.count("select max(position) from audit_seal")).isEqualTo(7 + 4 * 800);
        assertThat(verify(null).finding()).isNull();
    }

    @Test
    void aNewSecretSealsOnAndTheOldSealsStayReadableAsLongAsItIsKept() {
        try (Rig rotated = rig(NEW + "," + OLD)) {
            entry(8, MORNING.plusSeconds(50));
            seal(rotated);
            assertThat(rig.rows("select key_id from audit_seal where position >= 7 order by position"))
                    .extracting(String::valueOf)
                    .containsExactly("test", "next");
            assertThat(verify(rotated, null).finding()).isNull();
        }
        try (Rig forgetful = rig(NEW)) {
            assertThat(verify(forgetful, null).finding()).satisfies(finding -> {
                assertThat(finding.fault()).isEqualTo(TrailFault.UNKNOWN_KEY);
                assertThat(finding.position()).isEqualTo(1);
            });
        }
    }

    @Test
    void theCheckIsForAdministratorsAndWantsARealHead() {
        Caller pm = Rig.caller(2, "Priya Nair", "Europe/Berlin", Role.PM);
        assertThatThrownBy(() -> rig.as(pm, () -> rig.get(VerifyTrail.class).verify(null)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> VerifyTrail.KnownHead.of("what I remember")).isInstanceOf(Refused.class);
        String hash = head().hash();
        assertThat(VerifyTrail.KnownHead.of("{\"position\":7,\"hash\":\"" + hash + "\",\"completeTo\":null}"))
                .isEqualTo(new VerifyTrail.KnownHead(7, hash));
        assertThat(VerifyTrail.KnownHead.of("2020-02-03 INFO Audit trail sealed to position 7, hash " + hash))
                .isEqualTo(new VerifyTrail.KnownHead(7, hash));
        assertThat(VerifyTrail.KnownHead.of(" ")).isNull();
    }

    /** README names these grants: the sealing needs no more, and readiness sees the difference. */
    @Test
    void withoutTheRightToChangeTheTrailTheApplicationStillWritesAndSealsIt() throws SQLException {
        String schema = database.url().substring(database.url().lastIndexOf('/') + 1);
        String user = "append_" + schema;
        try (Connection root = connection(database.user(), database.password());
                Statement grant = root.createStatement()) {
            grant.execute("create user '%s'@'127.0.0.1' identified by 'x'".formatted(user));
            for (Object table :
                    rig.rows("select table_name from information_schema.tables where table_schema = ?1", schema)) {
                String rights = table.toString().matches("audit_entry|audit_seal")
                        ? "select, insert"
                        : "select, insert, update, delete";
                grant.execute("grant %s on %s.%s to '%s'@'127.0.0.1'".formatted(rights, schema, table, user));
            }
            assertThat(TrailReady.mayChange(root)).isTrue();
        }
        try (Connection own = connection(user, "x")) {
            assertThat(TrailReady.mayChange(own)).isFalse();
        }
        try (Rig node =
                Rig.on(database.url(), user, "x", new StoryClock(MORNING.plusSeconds(60)), Rig.config(Duration.ZERO))) {
            verify(node, null);
            seal(node);
            assertThat(verify(node, null).finding()).isNull();
            assertThat(head().position()).isEqualTo(8);
        }
    }

    private Connection connection(String user, String password) throws SQLException {
        return DriverManager.getConnection(database.url(), user, password);
    }
}

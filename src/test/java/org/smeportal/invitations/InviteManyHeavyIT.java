package org.smeportal.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/** Ten thousand SMEs invited in one act, beside a plain JDBC batch of the very same rows; prints both times. */
class InviteManyHeavyIT {

    private static final int SMES = 10_000;
    private static final List<String> TABLES = List.of("invitation", "invitation_move", "outbox_message");

    @Test
    void aThousandAndTenThousandAreInvitedWithFewStatements() throws Exception {
        EmbeddedDatabase.Connection database = EmbeddedDatabase.fresh();
        StoryClock clock = new StoryClock(Instant.parse("2020-02-03T09:00:00Z"));
        try (Rig rig = Rig.on(
                        database.url(), database.user(), database.password(), clock, Rig.config(Duration.ofHours(1)));
                Connection plain = DriverManager.getConnection(
                        database.url() + "?rewriteBatchedStatements=true&connectionTimeZone=UTC",
                        database.user(),
                        database.password())) {
            plain.setAutoCommit(false);
            long account = DemoAccounts.insert(rig, "pm@example.org", "Priya Nair", "Europe/Berlin", "PM");
            Caller pm = Rig.caller(account, "Priya Nair", "Europe/Berlin", Role.PM);
            List<UUID> smes = smes(plain);
            for (int count : new int[] {1000, 1000, SMES, SMES}) {
                UUID event = event(rig, pm);
                rig.statements().reset();
                long begin = System.nanoTime();
                rig.as(
                        pm,
                        () -> rig.get(InviteSmes.class)
                                .invite(new InviteSmes.Wave(event, smes.subList(0, count), false)));
                double act = (System.nanoTime() - begin) / 1e9;
                int statements = rig.statements().count();
                for (String table : TABLES) {
                    assertThat(rig.count("select count(*) from " + table)).isEqualTo(count);
                }
                double batch = again(plain);
                System.out.printf(
                        "%,d SMEs invited in %.2f s with %,d statements, plain JDBC batch %.2f s, ratio %.2f%n",
                        count, act, statements, batch, act / batch);
                assertThat(statements).isLessThan(20 + count / 100);
                forget(plain);
            }
        }
    }

    private static List<UUID> smes(Connection plain) throws SQLException {
        List<UUID> smes = new ArrayList<>();
        try (PreparedStatement insert = plain.prepareStatement("""
                insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)
                values (?, ?, ?, 'PT', 'Europe/Lisbon', 'ACTIVE', '2020-01-01', '2020-01-01')""")) {
            for (int i = 0; i < SMES; i++) {
                UUID id = UUID.randomUUID();
                smes.add(id);
                insert.setString(1, id.toString());
                insert.setString(2, "sme" + i + "@example.org");
                insert.setString(3, "Expert " + i);
                insert.addBatch();
            }
            insert.executeBatch();
            plain.commit();
        }
        return smes;
    }

    /** Takes the rows out and puts the same ones in again; answers the seconds of the latter. */
    private static double again(Connection plain) throws SQLException {
        record Rows(String table, int columns, List<Object[]> rows) {}
        List<Rows> all = new ArrayList<>();
        try (Statement statement = plain.createStatement()) {
            for (String table : TABLES) {
                List<Object[]> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery("select * from " + table)) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        Object[] row = new Object[columns];
                        for (int i = 0; i < columns; i++) {
                            row[i] = result.getObject(i + 1);
                        }
                        rows.add(row);
                    }
                    all.add(new Rows(table, columns, rows));
                }
            }
        }
        forget(plain);
        long begin = System.nanoTime();
        for (Rows rows : all) {
            try (PreparedStatement insert = plain.prepareStatement("insert into " + rows.table() + " values ("
                    + String.join(",", Collections.nCopies(rows.columns(), "?")) + ")")) {
                for (Object[] row : rows.rows()) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        plain.commit();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void forget(Connection plain) throws SQLException {
        try (Statement statement = plain.createStatement()) {
            statement.executeUpdate("delete from outbox_message");
            statement.executeUpdate("delete from invitation_move");
            statement.executeUpdate("delete from invitation");
        }
        plain.commit();
    }

    private static UUID event(Rig rig, Caller pm) {
        LocalDate day = LocalDate.of(2020, 6, 9);
        EventPlan plan = new EventPlan(
                EventKind.OTHER,
                null,
                "Orientation",
                null,
                Modality.VIRTUAL,
                ZoneId.of("Europe/Berlin"),
                day,
                day,
                LocalTime.of(9, 0),
                LocalTime.of(12, 0),
                null,
                null,
                "https://meet.example.org/orientation",
                0,
                500,
                day.minusDays(14),
                LocalTime.of(18, 0),
                pm.accountId());
        return rig.as(pm, () -> rig.get(PlanEvent.class).create(plan, "Orientation", true));
    }
}

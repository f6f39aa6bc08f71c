package org.smeportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.invitations.InviteSmes;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.MailBox;
import org.smeportal.testing.PortalProcess;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/** A thousand invitations while the process is killed twice: nobody is missed, and at most one mail a kill comes twice. */
class KilledRelayHeavyIT {
    private static final int PEOPLE = 1000;
    private static final Path FOLDER = Path.of("target", "killed");

    @Test
    void nobodyIsMissedAndEveryInvitationHasOneMessageIdHoweverOftenTheProcessDies() throws Exception {
        EmbeddedDatabase.Connection database = EmbeddedDatabase.fresh();
        MailBox mail = MailBox.start();
        int port = EmbeddedDatabase.freePort();
        Map<String, String> variables =
                new TreeMap<>(PortalProcess.variables(database, "http://127.0.0.1:" + port, Rig.SECRET, mail.url()));
        variables.put("RELAY_LEASE_SECONDS", "10");
        try (Rig rig = Rig.on(
                database.url(),
                database.user(),
                database.password(),
                new StoryClock(Clock.systemUTC().instant()),
                Rig.config(Duration.ZERO))) {
            inviteEverybody(rig);
            int kills = 0;
            for (int moment : new int[] {PEOPLE / 5, PEOPLE / 2}) {
                PortalProcess portal =
                        PortalProcess.start(port, variables, FOLDER).awaitReady();
                awaitMails(mail, moment);
                portal.process().destroyForcibly().waitFor();
                kills++;
            }
            PortalProcess portal = PortalProcess.start(port, variables, FOLDER).awaitReady();
            Awaitility.await("everything has left")
                    .atMost(Duration.ofMinutes(8))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> rig.count("select count(*) from outbox_message where state <> 'SENT'") == 0);
            portal.stop();

            Map<String, Set<String>> idsOf = new TreeMap<>();
            for (MimeMessage message : mail.all()) {
                idsOf.computeIfAbsent(message.getAllRecipients()[0].toString(), to -> new HashSet<>())
                        .add(message.getMessageID());
            }
            assertThat(idsOf).hasSize(PEOPLE);
            assertThat(idsOf.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
            assertThat(mail.all().size() - PEOPLE).isBetween(0, kills);
            assertThat(rig.count("select count(*) from invitation where status = 'SENT'"))
                    .isEqualTo(PEOPLE);
        } finally {
            mail.stop();
        }
    }

    private static void awaitMails(MailBox mail, int least) {
        Awaitility.await(least + " mails")
                .atMost(Duration.ofMinutes(4))
                .until(() -> mail.all().size() >= least);
    }

    private static void inviteEverybody(Rig rig) {
        long account = DemoAccounts.insert(rig, "pm@example.org", "Priya Nair", "Europe/Berlin", "PM");
        Caller pm = Rig.caller(account, "Priya Nair", "Europe/Berlin", Role.PM);
        for (int i = 0; i < PEOPLE; i++) {
            rig.update("""
                    insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)
                    values (uuid(), ?1, ?2, 'PT', 'Europe/Lisbon', 'ACTIVE', '2020-01-01', '2020-01-01')""", "sme" + i + "@example.org", "Expert " + i);
        }
        LocalDate day = LocalDate.ofInstant(rig.clock().instant(), ZoneId.of("Europe/Berlin"))
                .plusDays(60);
        UUID event = rig.as(
                pm,
                () -> rig.get(PlanEvent.class)
                        .create(
                                new EventPlan(
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
                                        PEOPLE,
                                        day.minusDays(14),
                                        LocalTime.of(18, 0),
                                        account),
                                "Orientation",
                                true));
        List<UUID> everybody = rig.rows("select public_id from sme").stream()
                .map(id -> UUID.fromString((String) id))
                .toList();
        rig.as(pm, () -> rig.get(InviteSmes.class).invite(new InviteSmes.Wave(event, everybody, false)));
    }
}

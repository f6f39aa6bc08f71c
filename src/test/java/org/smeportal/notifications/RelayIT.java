package org.smeportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.invitations.InviteSmes;
import org.smeportal.platform.Sql;
import org.smeportal.testing.Rig;
import org.smeportal.testing.ScriptedSmtp;

/** The relay against real mail servers: nobody is missed, nobody is mailed twice, and the outbox tells what happened. */
class RelayIT {

    private static GreenMail mailServer;
    private static ScriptedSmtp moodyServer;
    private static OutboxStory story;
    private static OutboxStory moody;

    @BeforeAll
    static void start() {
        int port = freePort();
        mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        moodyServer = new ScriptedSmtp();
        story = new OutboxStory(
                Rig.start(OutboxStory.BEGIN, Rig.config(Duration.ZERO, "smtp://127.0.0.1:" + port, false)));
        moody = new OutboxStory(Rig.start(OutboxStory.BEGIN, Rig.config(Duration.ZERO, moodyServer.url(), false)));
    }

    @AfterAll
    static void stop() throws IOException {
        story.rig.close();
        moody.rig.close();
        mailServer.stop();
        moodyServer.close();
    }

    @BeforeEach
    void forget() {
        story.forget();
        moody.forget();
        moodyServer.behave();
        mailServer.reset();
    }

    @Test
    void eachMessageIsSentOnceUnderItsOwnMessageIdAndItsInvitationCountsAsSent() {
        story.inviteMany(45);
        story.relay();
        story.relay();
        assertThat(receivedIds()).hasSize(45).doesNotHaveDuplicates();
        assertThat(receivedIds()).containsExactlyInAnyOrderElementsOf(storedIds(story));
        assertThat(story.messages(OutboxState.SENT)).isEqualTo(45);
        assertThat(story.invitations("SENT")).isEqualTo(45);
        assertThat(story.rig.count("select count(*) from outbox_message where sent_at is null or attempts <> 1"))
                .isZero();
    }

    @Test
    void whatWaitsForItsUndoWindowStays() {
        story.invite("Ana");
        story.rig.update("update outbox_message set not_before = ?1", Sql.parameter(OutboxStory.BEGIN.plusSeconds(60)));
        story.relay();
        assertThat(receivedIds()).isEmpty();
        story.rig.clock().advance(Duration.ofSeconds(60));
        story.relay();
        assertThat(receivedIds()).hasSize(1);
    }

    @Test
    void whileTheMailServerIsDownMessagesWaitAndLeaveWhenItIsBack() {
        story.inviteMany(25);
        mailServer.stop();
        story.relay();
        story.relay();
        assertThat(story.messages(OutboxState.QUEUED)).isEqualTo(25);
        assertThat(story.rig.count(
                        "select count(*) from outbox_message where attempts = 1 and last_error is not null"
                                + " and not_before = ?1",
                        Sql.parameter(OutboxStory.BEGIN.plusSeconds(60))))
                .isEqualTo(25);
        mailServer.start();
        story.relay();
        assertThat(receivedIds()).isEmpty();
        story.rig.clock().advance(Duration.ofMinutes(1));
        story.relay();
        assertThat(receivedIds()).hasSize(25).doesNotHaveDuplicates();
        assertThat(story.invitations("SENT")).isEqualTo(25);
    }

    @Test
    void aRecipientWhomTheServerRefusesBouncesAndTheOthersGetTheirMail() {
        moody.invite("Ana", "Ben", "Cleo");
        moodyServer.refuse(moody.address("Ben"), "550 5.1.1 no such mailbox");
        moody.relay();
        assertThat(moody.stateOf("Ben")).isEqualTo("BOUNCED");
        assertThat(moody.rig
                        .rows("select last_error from outbox_message where state = 'BOUNCED'")
                        .get(0))
                .isEqualTo("550 5.1.1 no such mailbox");
        assertThat(moodyServer.taken()).containsExactlyInAnyOrder(moody.messageId("Ana"), moody.messageId("Cleo"));
        assertThat(moody.invitations("SENT")).isEqualTo(2);
        assertThat(moody.invitations("QUEUED")).isEqualTo(1);
    }

    @Test
    void aRecipientRefusedForNowIsTriedLaterAndTheOthersGetTheirMail() {
        moody.invite("Ana", "Ben", "Cleo");
        moodyServer.refuse(moody.address("Ana"), "451 4.7.1 greylisted");
        moody.relay();
        assertThat(moody.stateOf("Ana")).isEqualTo("QUEUED");
        assertThat(moodyServer.taken()).hasSize(2);
        moodyServer.behave();
        moody.rig.clock().advance(Duration.ofMinutes(1));
        moody.relay();
        assertThat(moodyServer.taken()).containsExactly(moody.messageId("Ana"));
        assertThat(moody.messages(OutboxState.SENT)).isEqualTo(3);
    }

    @Test
    void aBouncedMessageLeavesWhenSomebodyTriesItAgain() {
        moody.invite("Ben");
        moodyServer.refuse(moody.address("Ben"), "550 mailbox full");
        moody.relay();
        moodyServer.behave();
        long id = moody.rig.count("select id from outbox_message");
        moody.rig.as(moody.pm, () -> moody.rig.get(RetryMessage.class).retry(id));
        moody.relay();
        assertThat(moody.stateOf("Ben")).isEqualTo("SENT");
        assertThat(moodyServer.taken()).containsExactly(moody.messageId("Ben"));
    }

    @Test
    void aLineThatDropsAfterTheMessageRepeatsThatOneUnderTheSameMessageIdAndNoOther() {
        moody.invite("Ana", "Ben", "Cleo");
        moodyServer.dropOnce(moody.address("Ben"));
        moody.relay();
        assertThat(moody.messages(OutboxState.QUEUED)).isEqualTo(2);
        moody.rig.clock().advance(Duration.ofMinutes(1));
        moody.relay();
        assertThat(moody.messages(OutboxState.SENT)).isEqualTo(3);
        assertThat(moodyServer.taken())
                .containsExactlyInAnyOrder(
                        moody.messageId("Ana"),
                        moody.messageId("Ben"),
                        moody.messageId("Ben"),
                        moody.messageId("Cleo"));
    }

    @Test
    void aMessageThatCannotBeComposedFailsAndTheOthersAreSent() {
        story.invite("Ana", "Ben", "Cleo");
        story.rig.update("update outbox_message set kind = 'unheard-of' where recipient_name = 'Ben'");
        story.relay();
        assertThat(story.stateOf("Ben")).isEqualTo("FAILED");
        assertThat((String) story.rig
                        .rows("select last_error from outbox_message where state = 'FAILED'")
                        .get(0))
                .contains("unheard-of");
        assertThat(receivedIds()).hasSize(2);
    }

    @Test
    void whatAKilledRelayHeldIsSentUnderTheSameMessageIdWhenItsLeaseIsOver() {
        story.invite("Ana");
        String id = story.messageId("Ana");
        story.rig.get(RelaySteps.class).claim();
        story.relay();
        assertThat(receivedIds()).isEmpty();
        story.rig.clock().advance(Duration.ofMinutes(5));
        story.relay();
        assertThat(receivedIds()).containsExactly(id);
        assertThat(story.invitations("SENT")).isEqualTo(1);
    }

    @Test
    void whatAKilledRelayGotOutIsNotSentAgainButItsNewsAreTold() {
        story.invite("Ana", "Ben", "Cleo");
        RelaySteps steps = story.rig.get(RelaySteps.class);
        steps.claim().forEach(steps::out);
        story.rig.update("delete from invitation_move where invitation_id = (select subject_id from outbox_message"
                + " where recipient_name = 'Ben')");
        story.rig.update("delete from invitation where id = (select subject_id from outbox_message"
                + " where recipient_name = 'Ben')");
        story.rig.clock().advance(Duration.ofMinutes(5));
        story.relay();
        assertThat(receivedIds()).isEmpty();
        assertThat(story.messages(OutboxState.SENT)).isEqualTo(3);
        assertThat(story.invitations("SENT")).isEqualTo(2);
        assertThat(story.rig.count(
                        "select count(*) from outbox_message where sent_at = ?1 and attempts = 1",
                        Sql.parameter(OutboxStory.BEGIN)))
                .isEqualTo(3);
    }

    @Test
    void aRelayThatWakesUpAfterItsLeaseCannotUndoWhatAnotherOneDid() {
        story.invite("Ana");
        RelaySteps steps = story.rig.get(RelaySteps.class);
        OutboxMessage frozen = steps.claim().get(0);
        story.rig.clock().advance(Duration.ofMinutes(5));
        story.relay();
        steps.bounced(frozen, "550 too late to say");
        steps.postponed(List.of(frozen), "too late to say");
        assertThat(story.stateOf("Ana")).isEqualTo("SENT");
        story.rig.as(story.pm, () -> steps.delivered(List.of(frozen)));
        assertThat(story.rig.count("select count(*) from invitation_move where to_status = 'SENT'"))
                .isEqualTo(1);
    }

    @Test
    void twoRelaysAtOnceSendEachMessageOnce() throws Exception {
        story.inviteMany(200);
        atOnce(story::relay, story::relay);
        assertThat(receivedIds()).hasSize(200).doesNotHaveDuplicates();
        assertThat(story.messages(OutboxState.SENT)).isEqualTo(200);
        assertThat(story.invitations("SENT")).isEqualTo(200);
    }

    @Test
    void anUndoThatRacesWithTheRelayLeavesNobodyWithAMailAndNoInvitation() throws Exception {
        for (int round = 0; round < 3; round++) {
            forget();
            InviteSmes.Invited wave = story.inviteMany(60);
            atOnce(story::relay, () -> {
                try {
                    story.undo(wave.batch());
                } catch (org.smeportal.kernel.Refused left) {
                    assertThat(left.key()).isEqualTo("invitations.refused.left");
                }
            });
            story.relay();
            assertThat(story.messages(OutboxState.SENT)).isEqualTo(receivedIds().size());
            assertThat(story.invitations("SENT")).isEqualTo(receivedIds().size());
            assertThat(story.rig.count("select count(*) from invitation"))
                    .isEqualTo(receivedIds().size());
        }
    }

    @Test
    void anUndoTakesBackWhatWaits() {
        InviteSmes.Invited wave = story.inviteMany(3);
        assertThat(story.undo(wave.batch())).isEqualTo(3);
        story.relay();
        assertThat(receivedIds()).isEmpty();
        assertThat(story.rig.count("select count(*) from outbox_message")).isZero();
    }

    @Test
    void namesWithLineBreaksAndInAnyScriptReachTheirRecipientAndNobodyElse() throws Exception {
        story.invite("Ana\r\nBcc: eve@example.org", "أمل الخطيب", "山田 太郎");
        story.relay();
        List<String> names = new ArrayList<>();
        for (MimeMessage message : mailServer.getReceivedMessages()) {
            assertThat(message.getAllRecipients()).hasSize(1);
            assertThat(message.getHeader("Bcc")).isNull();
            names.add(((InternetAddress) message.getAllRecipients()[0]).getPersonal());
        }
        assertThat(names).containsExactlyInAnyOrder("Ana Bcc: eve@example.org", "أمل الخطيب", "山田 太郎");
    }

    @Test
    void withoutAMailServerMessagesAreKeptAndTheInvitationCountsAsSent() {
        try (Rig rig = Rig.start(OutboxStory.BEGIN, Rig.config(Duration.ZERO))) {
            OutboxStory kept = new OutboxStory(rig);
            kept.inviteMany(3);
            kept.relay();
            assertThat(kept.messages(OutboxState.KEPT)).isEqualTo(3);
            assertThat(kept.invitations("SENT")).isEqualTo(3);
        }
    }

    private static List<String> receivedIds() {
        return Arrays.stream(mailServer.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.getMessageID();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static List<String> storedIds(OutboxStory story) {
        return story.rig.rows("select message_id from outbox_message").stream()
                .map(id -> "<" + id + ">")
                .toList();
    }

    private static void atOnce(Runnable... acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.length);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable act : acts) {
                running.add(threads.submit(act));
            }
            for (Future<?> act : running) {
                act.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

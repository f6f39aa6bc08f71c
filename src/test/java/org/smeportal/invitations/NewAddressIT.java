package org.smeportal.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.accounts.RequestPasswordLink;
import org.smeportal.events.CancelEvent;
import org.smeportal.events.EventCard;
import org.smeportal.events.Modality;
import org.smeportal.kernel.NotFound;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.notifications.Relay;
import org.smeportal.notifications.RelaySteps;
import org.smeportal.security.Caller;
import org.smeportal.smes.ChangeSme;
import org.smeportal.smes.CreateSme.NewSme;
import org.smeportal.smes.SmeQueries;
import org.smeportal.testing.MailBox;
import org.smeportal.testing.Rig;

/** An SME's address is corrected, with a real mail server: what waits and what is open follows, the old links end. */
class NewAddressIT {
    private static final Duration UNDO = Duration.ofSeconds(60);

    private static MailBox mail;
    private static Rig rig;
    private static PanelStory story;

    @BeforeAll
    static void start() {
        mail = MailBox.start();
        rig = Rig.start(PanelStory.BEGIN, Rig.config(UNDO, mail.url(), false));
        story = new PanelStory(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
        mail.stop();
    }

    @BeforeEach
    void begin() {
        rig.clock().set(PanelStory.BEGIN);
        rig.update("delete from outbox_message");
    }

    @Test
    void whatWaitsInTheQueueGoesToTheNewAddressOnce_R3_7() {
        EventCard event = story.event(2);
        UUID sme = story.sme("Ana Costa", "Europe/Lisbon");
        String before = address(sme);
        story.invite(event, List.of(sme), false);

        String now = correct(sme);
        mailsLeave();

        assertThat(mail.to(before)).isEmpty();
        assertThat(mail.to(now)).hasSize(1);
        assertThat(story.answer(token(mail.to(now).get(0)), Answer.YES)).isEqualTo(InvitationStatus.ACCEPTED);
    }

    @Test
    void theLinkOfTheFormerAddressEndsAndTheNewOneGetsTheInvitationAgain_R3_4() throws MessagingException {
        EventCard event = story.event(2);
        UUID sme = story.sme("Ana Costa", "Europe/Lisbon");
        String before = address(sme);
        story.invite(event, List.of(sme), false);
        mailsLeave();
        MimeMessage first = mail.to(before).get(0);

        String now = correct(sme);
        mailsLeave();

        assertThat(rig.get(RsvpQueries.class).byLink(token(first))).isEmpty();
        assertThatThrownBy(() -> story.answer(token(first), Answer.YES)).isInstanceOf(NotFound.class);
        assertThat(mail.to(before)).hasSize(1);
        MimeMessage second = mail.to(now).get(0);
        assertThat(second.getMessageID()).isNotEqualTo(first.getMessageID());
        assertThat(second.getSubject()).isEqualTo(first.getSubject());
        assertThat(story.answer(token(second), Answer.YES)).isEqualTo(InvitationStatus.ACCEPTED);
    }

    @Test
    void whoHasASeatKeepsItAndHearsOfItAtTheNewAddress_R3_4() {
        EventCard event = story.event(1);
        UUID sme = story.sme("Ana Costa", "Europe/Lisbon");
        story.invite(event, List.of(sme), false);
        mailsLeave();
        story.answer(token(mail.to(address(sme)).get(0)), Answer.YES);
        mailsLeave();

        String now = correct(sme);
        mailsLeave();

        assertThat(mail.to(now)).hasSize(1);
        MimeMessage told = mail.to(now).get(0);
        assertThat(MailBox.parts(told).get("text/plain")).contains("You have a seat");
        assertThat(MailBox.parts(told).get("text/calendar").replace("\r\n ", ""))
                .contains("PARTSTAT=ACCEPTED", now);
        assertThat(story.status(token(told))).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("1 seats, 1 taken, 0 waiting");
    }

    @Test
    void whoseInvitationIsOverOrWhoseEventDoesNotTakePlaceHearsNothing_R3_3() {
        EventCard declined = story.event(2);
        EventCard cancelled = story.event(2);
        EventCard standby = story.event(2);
        UUID sme = story.sme("Ana Costa", "Europe/Lisbon");
        String before = address(sme);
        story.invite(declined, List.of(sme), false);
        story.invite(cancelled, List.of(sme), false);
        mailsLeave();
        String no = story.token(declined, sme);
        story.answer(no, Answer.NO);
        story.asPm(() ->
                rig.get(CancelEvent.class).cancel(new CancelEvent.Cancellation(cancelled.publicId(), "No venue")));
        story.invite(standby, List.of(sme), true);
        mailsLeave();
        int told = mail.to(before).size();

        String now = correct(sme);
        mailsLeave();

        assertThat(mail.to(now)).isEmpty();
        assertThat(mail.to(before)).hasSize(told);
        assertThat(rig.get(RsvpQueries.class).byLink(no)).isEmpty();
    }

    @Test
    void anInvitationThatBouncedReachesTheCorrectedAddress() {
        EventCard event = story.event(2);
        UUID sme = story.sme("Ana Costa", "Europe/Lisbon");
        story.invite(event, List.of(sme), false);
        rig.update("update outbox_message set state = 'BOUNCED', attempts = 1");

        String now = correct(sme);
        mailsLeave();

        assertThat(mail.to(now)).hasSize(1);
        assertThat(story.status(token(mail.to(now).get(0)))).isEqualTo(InvitationStatus.SENT);
    }

    /** A mail that is on its way while the address is corrected must not carry the new link to the old address. */
    @Test
    void aMailThatIsLeavingCarriesNoLinkThatWorks_R3_4() {
        EventCard event = story.event(2);
        UUID sme = story.sme("Ana Costa", "Europe/Lisbon");
        story.invite(event, List.of(sme), false);
        rig.clock().advance(UNDO);
        OutboxMessage leaving =
                rig.as(Caller.SYSTEM, () -> rig.get(RelaySteps.class).claim()).get(0);

        String now = correct(sme);

        String text = rig.as(
                Caller.SYSTEM,
                () -> rig.get(InvitationMails.class).compose(leaving).text());
        assertThat(rig.get(RsvpQueries.class).byLink(token(text))).isEmpty();
        mailsLeave();
        assertThat(story.status(token(mail.to(now).get(0)))).isEqualTo(InvitationStatus.SENT);
    }

    /** Whoever has an account under the former address is another story: its password link must not go elsewhere. */
    @Test
    void aMailAboutAnAccountStaysWhereItBelongs() {
        UUID sme = story.sme("Ana Costa", "Europe/Lisbon");
        String before = address(sme);
        long account = story.account("Ana Costa", "PM");
        rig.update("update account set email = ?1 where id = ?2", before, account);
        rig.as(Caller.SYSTEM, () -> rig.get(RequestPasswordLink.class).request(before, "192.0.2.1"));

        String now = correct(sme);
        mailsLeave();

        assertThat(mail.to(now)).isEmpty();
        assertThat(mail.to(before)).hasSize(1);
    }

    private static void mailsLeave() {
        rig.clock().advance(UNDO);
        rig.as(Caller.SYSTEM, () -> rig.get(Relay.class).run());
    }

    private static String address(UUID sme) {
        return rig.get(SmeQueries.class).one(sme).orElseThrow().email();
    }

    /** Answers the corrected address. */
    private static String correct(UUID sme) {
        SmeQueries.Row row = rig.get(SmeQueries.class).one(sme).orElseThrow();
        String now = row.email().replace("@", ".corrected@");
        NewSme facts = new NewSme(now, row.name(), "PT", row.zone().getId(), null, null, null, Set.of(), row.visible());
        story.asPm(() -> rig.get(ChangeSme.class).change(new ChangeSme.Change(sme, row.version(), facts)));
        return now;
    }

    private static String token(MimeMessage message) {
        return token(MailBox.parts(message).get("text/plain"));
    }

    private static String token(String text) {
        return text.replaceFirst("(?s).*?/rsvp/([\\w.-]+).*", "$1");
    }
}

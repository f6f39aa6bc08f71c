package org.smeportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.attendance.Workshops;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.MessageBundle;
import org.smeportal.security.Caller;
import org.smeportal.tasks.AskForTask;
import org.smeportal.tasks.Work;
import org.smeportal.testing.Rig;

/** Optional mails go to those who want them, and every one of them says how to choose (R1.5). */
class MailPreferenceIT {
    private static final Instant BEGIN = Instant.parse("2020-02-03T09:00:00Z");
    private static Rig rig;
    private static Workshops people;
    private static int number;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        people = new Workshops(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void atNine() {
        rig.clock().set(BEGIN);
    }

    @Test
    void everyKindOfMailHasAName() {
        MessageBundle texts = new MessageBundle();
        assertThat(rig.get(Composers.class).kinds()).allMatch(kind -> texts.containsKey("notifications.kind." + kind));
    }

    private static EmailAddress somebody() {
        return new EmailAddress("wish" + ++number + "@example.org");
    }

    private static NewMessage message(String kind, EmailAddress to) {
        return NewMessage.of(kind, 1, kind + "." + UUID.randomUUID(), to, "Ana Silva");
    }

    /** An act of some feature that writes to people. */
    @Dependent
    @Transactional
    static class SomeAct {
        void run(Runnable act) {
            act.run();
        }
    }

    private static void inTransaction(Runnable act) {
        rig.as(Caller.SYSTEM, () -> rig.get(SomeAct.class).run(act));
    }

    private static void enqueue(List<NewMessage> messages) {
        inTransaction(() -> rig.get(Outbox.class).enqueueAll(messages));
    }

    private static void choose(EmailAddress address, Set<MailGroup> wanted) {
        inTransaction(() -> rig.get(MailPreferences.class).choose(address, wanted));
    }

    private static List<?> kindsFor(EmailAddress address) {
        return rig.rows("select kind from outbox_message where recipient = ?1 order by kind", address.value());
    }

    private static Set<MailGroup> wanted(EmailAddress address) {
        return rig.as(Caller.SYSTEM, () -> rig.get(MailPreferenceQueries.class).wanted(address));
    }

    /** A mail that asks an SME for a task, as it is sent. */
    private static Mail taskMail() {
        UUID sme = people.sme("Sme " + ++number);
        people.byPm(() ->
                rig.get(AskForTask.class).ask(new AskForTask.Asked(sme, new Work("Write items", null, null), null)));
        return composed("task-asked");
    }

    /** The last one of the kind. */
    private static Mail composed(String kind) {
        long id = rig.count("select max(id) from outbox_message where kind = ?1", kind);
        return rig.as(
                Caller.SYSTEM,
                () -> rig.get(Composers.class)
                        .compose(rig.get(EntityManager.class).find(OutboxMessage.class, id)));
    }

    private static EmailAddress lastRecipient() {
        return new EmailAddress((String) rig.rows("select recipient from outbox_message order by id desc limit 1")
                .get(0));
    }

    private static String token(String text, String path) {
        return text.replaceAll("(?s).*/" + path + "/([A-Za-z0-9_.-]+).*", "$1");
    }

    @Test
    void everyGroupIsOfMailsThatThePortalWrites() {
        Set<String> known = rig.as(Caller.SYSTEM, () -> rig.get(Composers.class).kinds());
        assertThat(Arrays.stream(MailGroup.values()).flatMap(group -> group.kinds().stream()))
                .allMatch(known::contains);
    }

    @Test
    void whatSomebodyDoesNotWantIsNotEnqueuedAndEverythingElseIs() {
        EmailAddress ana = somebody();
        EmailAddress ben = somebody();
        choose(ana, EnumSet.of(MailGroup.TASKS));
        List<String> kinds = List.of("invitation-remind", "feedback-ask", "task-asked", "invitation-invite");
        enqueue(kinds.stream().map(kind -> message(kind, ana)).toList());
        enqueue(kinds.stream().map(kind -> message(kind, ben)).toList());
        inTransaction(() -> rig.get(Outbox.class).enqueue(message("feedback-ask", ana)));
        assertThat(kindsFor(ana)).isEqualTo(List.of("invitation-invite", "task-asked"));
        assertThat(kindsFor(ben)).hasSize(4);
    }

    @Test
    void whatWaitsIsTakenBackAndWantingItAgainLetsTheNextOneThrough() {
        EmailAddress ana = somebody();
        enqueue(List.of(message("task-asked", ana), message("invitation-invite", ana)));
        choose(ana, EnumSet.of(MailGroup.FEEDBACK, MailGroup.REMINDERS));
        assertThat(kindsFor(ana)).isEqualTo(List.of("invitation-invite"));
        choose(ana, EnumSet.allOf(MailGroup.class));
        enqueue(List.of(message("task-asked", ana)));
        assertThat(kindsFor(ana)).isEqualTo(List.of("invitation-invite", "task-asked"));
    }

    @Test
    void anOptionalMailSaysHowToChooseAndOneClickEndsItsGroupOnly() {
        Mail mail = taskMail();
        EmailAddress sme = lastRecipient();
        assertThat(mail.headers()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        assertThat(mail.headers().get("List-Unsubscribe")).matches("<https?://[^\\s<>]+/mail-one-click/[^\\s<>]+>");
        assertThat(mail.text()).contains("Choose your mails:\n");
        assertThat(mail.html()).contains(">Choose your mails</a>").contains(token(mail.text(), "mail-preferences"));
        String oneClick = token(mail.headers().get("List-Unsubscribe"), "mail-one-click");
        rig.as(Rig.caller(0, "-", "Etc/UTC"), () -> rig.get(ChooseMails.class).oneClick(oneClick));
        assertThat(wanted(sme)).containsExactly(MailGroup.REMINDERS, MailGroup.FEEDBACK, MailGroup.ITEMS);
        rig.as(Rig.caller(0, "-", "Etc/UTC"), () -> rig.get(ChooseMails.class).oneClick(oneClick));
        assertThat(wanted(sme)).containsExactly(MailGroup.REMINDERS, MailGroup.FEEDBACK, MailGroup.ITEMS);
    }

    /** R6.1: an entry about an address right after an item came back would tell who wrote it. */
    @Test
    void whoEndsTheMailsAboutItemsIsNotInTheTrail() {
        EmailAddress ana = somebody();
        inTransaction(() -> rig.get(Outbox.class).enqueue(message("item-returned", ana)));
        Mail mail = composed("item-returned");
        String oneClick = token(mail.headers().getOrDefault("List-Unsubscribe", ""), "mail-one-click");
        rig.as(Rig.caller(0, "-", "Etc/UTC"), () -> rig.get(ChooseMails.class).oneClick(oneClick));
        assertThat(wanted(ana)).doesNotContain(MailGroup.ITEMS).contains(MailGroup.TASKS);
        assertThat(kindsFor(ana)).as("what waited was taken back").isEmpty();
        assertThat(rig.rows("select act from audit_entry where subject is null order by id desc limit 1"))
                .isEqualTo(List.of("ChooseMails.oneClick"));
    }

    /** Nor does a gap in the numbers of the messages tell that somebody wants none. */
    @Test
    void aConfidentialMailTakesANumberEvenWhenItIsNotWanted() {
        EmailAddress ana = somebody();
        choose(ana, EnumSet.of(MailGroup.TASKS));
        enqueue(List.of(message("task-asked", ana)));
        inTransaction(() -> rig.get(Outbox.class).enqueue(message("item-returned", ana)));
        enqueue(List.of(message("task-asked", ana)));
        assertThat(kindsFor(ana)).isEqualTo(List.of("task-asked", "task-asked"));
        assertThat(rig.count("select max(id) - min(id) from outbox_message where recipient = ?1", ana.value()))
                .isEqualTo(2);
    }

    @Test
    void theLinkShowsWithoutChangingAndChooses() {
        String token = token(taskMail().text(), "mail-preferences");
        EmailAddress sme = lastRecipient();
        rig.as(Caller.SYSTEM, () -> {
            assertThat(rig.get(MailPreferenceQueries.class).byLink(token).orElseThrow())
                    .isEqualTo(new MailPreferenceQueries.Choice(sme.value(), EnumSet.allOf(MailGroup.class)));
        });
        assertThat(wanted(sme)).hasSize(MailGroup.values().length);
        rig.as(Caller.SYSTEM, () -> {
            rig.get(ChooseMails.class).byLink(token, EnumSet.of(MailGroup.FEEDBACK));
        });
        assertThat(wanted(sme)).containsExactly(MailGroup.FEEDBACK);
    }

    @Test
    void aWrongAnEndedAndAForeignLinkOpenNothing() {
        Mail mail = taskMail();
        EmailAddress sme = lastRecipient();
        String choose = token(mail.text(), "mail-preferences");
        String oneClick = token(mail.headers().getOrDefault("List-Unsubscribe", ""), "mail-one-click");
        for (String wrong : List.of("", "x", choose + "x", oneClick)) {
            opensNothing(wrong);
        }
        assertThatThrownBy(() ->
                        rig.as(Caller.SYSTEM, () -> rig.get(ChooseMails.class).oneClick(choose)))
                .isInstanceOf(NotFound.class);
        EmailAddress corrected = somebody();
        choose(sme, EnumSet.of(MailGroup.TASKS));
        inTransaction(() -> rig.get(Outbox.class).redirect(sme, corrected, Set.of("none")));
        opensNothing(choose);
        assertThat(wanted(corrected)).as("goes along").containsExactly(MailGroup.TASKS);
        assertThat(wanted(sme)).hasSize(MailGroup.values().length);
        rig.clock().set(BEGIN.plus(Duration.ofDays(800)));
        opensNothing(token(mail.text(), "mail-preferences"));
    }

    private static void opensNothing(String token) {
        rig.as(
                Caller.SYSTEM,
                () -> assertThat(rig.get(MailPreferenceQueries.class).byLink(token))
                        .as(token)
                        .isEmpty());
        assertThatThrownBy(() ->
                        rig.as(Caller.SYSTEM, () -> rig.get(ChooseMails.class).byLink(token, Set.of())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void manyTakeNoMoreStatementsThanFew() {
        assertThat(statements(1000)).isEqualTo(statements(10));
    }

    private static int statements(int count) {
        List<NewMessage> messages = IntStream.range(0, count)
                .mapToObj(i -> message("invitation-remind", somebody()))
                .toList();
        int[] counted = new int[1];
        inTransaction(() -> {
            rig.statements().reset();
            rig.get(Outbox.class).enqueueAll(messages);
            counted[0] = rig.statements().count();
        });
        return counted[0];
    }
}

package org.smeportal.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.platform.Sql;
import org.smeportal.testing.Rig;

/** Deciding now and telling later (R1.3, R1.4): one or thirty, two at once, and what happens meanwhile. */
class DecideApplicationsIT {
    private static Rig rig;
    private static QueueStory story;

    @BeforeAll
    static void start() {
        rig = Rig.start(QueueStory.NOW);
        story = new QueueStory(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void atNine() {
        rig.clock().set(QueueStory.NOW);
    }

    private static void sweep() {
        rig.clock().advance(java.time.Duration.ofSeconds(61));
        rig.get(PublicationSweep.class).run();
    }

    private static void withdraw(UUID id) {
        rig.update("""
                update application set state = 'WITHDRAWN', live_key = null, decision = null, decision_reason = null,
                    decided_by = null, decided_at = null, version = version + 1 where public_id = ?1""", id.toString());
    }

    @Test
    void thirtyAreDecidedPublishedInOneActAndTheAcceptedAreSmesWithAnActivationLink() {
        long[] before = mails();
        List<UUID> ids = story.applications(30);
        UUID[] accepted = ids.subList(0, 18).toArray(UUID[]::new);
        UUID[] waiting = ids.subList(18, 24).toArray(UUID[]::new);
        UUID[] declined = ids.subList(24, 30).toArray(UUID[]::new);
        assertThat(story.decide(story.priya, Decision.ACCEPT, null, accepted).count())
                .isEqualTo(18);
        story.decide(story.priya, Decision.WAITLIST, "Strong, no seat in spring.", waiting);
        story.decide(story.tomasz, Decision.DECLINE, "We look for more practice.", declined);
        assertThat(ids).allSatisfy(id -> assertThat(story.state(id)).isEqualTo("SUBMITTED"));
        assertThat(mails()).isEqualTo(before);
        long smes = rig.count("select count(*) from sme");

        PublishDecisions.Planned planned = story.publish(story.priya, ids);
        assertThat(planned.count()).isEqualTo(30);
        rig.get(PublicationSweep.class).run();
        assertThat(rig.count("select count(*) from sme")).isEqualTo(smes);
        assertThat(mails()).isEqualTo(before);

        sweep();
        assertThat(rig.count("select count(*) from sme")).isEqualTo(smes + 18);
        long[] told = {before[0] + 18, before[1] + 6, before[2] + 6, before[3] + 18};
        assertThat(mails()).isEqualTo(told);
        assertThat(rig.count("""
                select count(*) from application a join sme s on s.id = a.sme_id and s.email = a.email
                join account c on c.id = s.account_id and c.email = a.email and c.state = 'INVITED'
                join account_role r on r.account_id = c.id and r.role = 'SME'
                where a.name like 'Applicant %' and a.state = 'ACCEPTED' and s.zone = a.zone
                    and s.employer = a.employer and not s.visible_to_members""")).isEqualTo(18);
        assertThat(rig.count("select count(*) from sme_exam")).isZero();
        assertThat(rig.count("select count(*) from application_move m join application a on a.id = m.application_id"
                        + " where a.name like 'Applicant %' and m.actor = 'Priya Nair'"))
                .isEqualTo(30);
        sweep();
        assertThat(mails()).isEqualTo(told);
    }

    private static long[] mails() {
        return new long[] {
            story.mails("application-accepted"),
            story.mails("application-waitlisted"),
            story.mails("application-declined"),
            story.mails("account-activate")
        };
    }

    @Test
    void undoneBeforeTheWindowIsOverNobodyIsToldAndTheDecisionsStayPrepared() {
        UUID id = story.application("Undo One");
        story.decide(story.priya, Decision.DECLINE, "Not now.", id);
        PublishDecisions.Planned planned = story.publish(story.priya, List.of(id));
        assertThatThrownBy(() -> story.decide(story.tomasz, Decision.ACCEPT, null, id))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("waits to be told");
        assertThatThrownBy(() -> story.publish(story.tomasz, List.of(id))).isInstanceOf(Refused.class);
        rig.as(story.tomasz, () -> rig.get(PublishDecisions.class).undo(planned.id()));
        sweep();
        assertThat(story.state(id)).isEqualTo("SUBMITTED");
        assertThat(story.row(story.priya, id).decision()).isEqualTo(Decision.DECLINE);
        assertThatThrownBy(() -> rig.as(
                        story.tomasz, () -> rig.get(PublishDecisions.class).doNow(planned.id())))
                .hasMessageContaining("applications.refused.settled");
        PublishDecisions.Planned again = story.publish(story.priya, List.of(id));
        assertThat(story.as(story.priya, () -> rig.get(PublishDecisions.class).doNow(again.id())))
                .isEqualTo(1);
        assertThat(story.state(id)).isEqualTo("DECLINED");
    }

    @Test
    void whoDecidesSecondLearnsWhatWasDecidedAndOverwritesNothing() {
        UUID id = story.application("Twice Decided");
        Seen seenByBoth = story.seen(id);
        story.decide(story.priya, Decision.ACCEPT, null, id);
        assertThatThrownBy(() -> story.as(
                        story.tomasz,
                        () -> rig.get(DecideApplications.class)
                                .decide(new DecideApplications.Taken(
                                        List.of(seenByBoth), Decision.DECLINE, "Too little practice."))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Priya Nair decided “Accept” for Twice Decided");
        assertThat(story.row(story.tomasz, id).decision()).isEqualTo(Decision.ACCEPT);
        story.decide(story.tomasz, Decision.WAITLIST, null, id);
        assertThat(story.row(story.priya, id).decidedBy()).isEqualTo("Tomasz Lewandowski");
    }

    @Test
    void twoDecisionsInTheSameMomentLeaveOne() throws Exception {
        UUID id = story.application("Same Moment");
        Seen seen = story.seen(id);
        List<Decision> decisions = List.of(Decision.ACCEPT, Decision.WAITLIST);
        java.util.concurrent.atomic.AtomicInteger next = new java.util.concurrent.atomic.AtomicInteger();
        List<Boolean> done = Rig.atOnce(2, () -> {
            Decision mine = decisions.get(next.getAndIncrement());
            try {
                story.as(
                        mine == Decision.ACCEPT ? story.priya : story.tomasz,
                        () -> rig.get(DecideApplications.class)
                                .decide(new DecideApplications.Taken(List.of(seen), mine, null)));
                return true;
            } catch (Refused late) {
                return false;
            }
        });
        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void whoWithdrewMeanwhileIsLeftOutAndNamed() {
        List<UUID> ids = List.of(story.application("Stays Here"), story.application("Goes Away"));
        story.decide(story.priya, Decision.ACCEPT, null, ids.toArray(UUID[]::new));
        List<Seen> seen = ids.stream().map(story::seen).toList();
        UUID third = story.application("Went Before");
        Seen before = story.seen(third);
        withdraw(third);
        DecideApplications.Outcome outcome = story.as(
                story.tomasz,
                () -> rig.get(DecideApplications.class)
                        .decide(new DecideApplications.Taken(List.of(seen.get(0), before), Decision.WAITLIST, null)));
        assertThat(outcome.count()).isEqualTo(1);
        assertThat(outcome.leftOut()).singleElement().asString().contains("Went Before", "Withdrawn");

        PublishDecisions.Planned planned = story.publish(story.priya, ids);
        withdraw(ids.get(1));
        sweep();
        assertThat(story.state(ids.get(0))).isEqualTo("WAITLISTED");
        assertThat(story.state(ids.get(1))).isEqualTo("WITHDRAWN");
        PublicationQueries queries = rig.get(PublicationQueries.class);
        PublicationQueries.Row row = queries.one(planned.id()).orElseThrow();
        assertThat(row.state()).isEqualTo(PublicationState.DONE);
        assertThat(row.people()).isEqualTo(1);
        assertThat(queries.parts(row))
                .filteredOn(part -> part.leftOut() != null)
                .singleElement()
                .satisfies(part -> assertThat(part.leftOut()).contains("Goes Away", "Withdrawn"));
        assertThat(rig.count("select count(*) from sme where name = 'Goes Away'"))
                .isZero();
    }

    @Test
    void anAddressThatBelongsToAnSmeMeanwhileIsAcceptedWithoutASecondOne() {
        UUID id = story.application("Known Person", "known@example.org", "PT");
        rig.update("""
                insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)
                values (uuid(), 'known@example.org', 'Known By Us', 'PT', 'Europe/Lisbon', 'ACTIVE', '2019-01-01', now(6))""");
        story.decide(story.priya, Decision.ACCEPT, null, id);
        story.publish(story.priya, List.of(id));
        sweep();
        assertThat(story.state(id)).isEqualTo("ACCEPTED");
        assertThat(rig.count("select count(*) from sme where email = 'known@example.org'"))
                .isEqualTo(1);
        assertThat(rig.count("""
                select count(*) from application a join sme s on s.id = a.sme_id
                where a.email = 'known@example.org' and s.name = 'Known By Us' and s.account_id is not null""")).isEqualTo(1);
    }

    @Test
    void aClosedAccountIsLeftOutAndTheOthersAreTold() {
        UUID closed = story.application("Closed Account", "closed@example.org", "PT");
        UUID open = story.application("Open Door");
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), 'closed@example.org', 'C', 'Europe/Lisbon', 'CLOSED', 'n', now(6))""");
        story.decide(story.priya, Decision.ACCEPT, null, closed, open);
        PublishDecisions.Planned planned = story.publish(story.priya, List.of(closed, open));
        sweep();
        assertThat(story.state(closed)).isEqualTo("SUBMITTED");
        assertThat(story.state(open)).isEqualTo("ACCEPTED");
        assertThat(rig.count("""
                select count(*) from application_publication_part x join application_publication p
                on p.id = x.publication_id where p.public_id = ?1 and x.left_out like 'Closed Account%'""", planned.id().toString())).isEqualTo(1);
    }

    @Test
    void theWaitlistedCanStillBecomeOneOfTheOthers() {
        UUID id = story.application("Later Yes");
        story.decide(story.priya, Decision.WAITLIST, null, id);
        story.publish(story.priya, List.of(id));
        sweep();
        assertThat(story.row(story.priya, id).decision()).isNull();
        assertThatThrownBy(() -> story.decide(story.priya, Decision.WAITLIST, null, id))
                .isInstanceOf(Refused.class);
        story.decide(story.priya, Decision.ACCEPT, null, id);
        story.publish(story.priya, List.of(id));
        sweep();
        assertThat(story.state(id)).isEqualTo("ACCEPTED");
        assertThatThrownBy(() -> story.decide(story.priya, Decision.DECLINE, "No", id))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Accepted");
    }

    @Test
    void aDeclineNeedsItsReasonWhichTheMailSaysAsThePreviewDid() {
        UUID id = story.application("No For Now");
        assertThatThrownBy(() -> story.decide(story.priya, Decision.DECLINE, "  ", id))
                .hasMessageContaining("applications.refused.noReason");
        story.decide(story.priya, Decision.DECLINE, "We look for people who <run> it.", id);
        Mail preview = rig.get(PublicationQueries.class)
                .mails(List.of(story.row(story.priya, id)))
                .get(Decision.DECLINE);
        assertThat(preview.text()).contains("We look for people who <run> it.", "No For Now");
        assertThat(preview.html()).contains("&lt;run&gt;").doesNotContain("<run>");
        story.publish(story.priya, List.of(id));
        sweep();
        Object sent = rig.rows(
                        "select m.id from outbox_message m join application a on a.email = m.recipient"
                                + " where a.public_id = ?1 and m.kind = 'application-declined'",
                        id.toString())
                .get(0);
        Mail mail =
                rig.get(OutboxQueries.class).one(Sql.number(sent)).orElseThrow().mail();
        assertThat(mail.subject()).isEqualTo(preview.subject());
        assertThat(mail.text().lines().limit(8))
                .containsExactlyElementsOf(preview.text().lines().limit(8).toList());
    }

    @Test
    void whoIsForgottenLeavesNoNameInTheQueueNorWhereTheyWereLeftOut() {
        UUID id = story.application("Forget Me");
        story.decide(story.priya, Decision.ACCEPT, null, id);
        PublishDecisions.Planned planned = story.publish(story.priya, List.of(id));
        withdraw(id);
        sweep();
        rig.get(ForgetApplications.class)
                .forget(rig.count("select id from application where public_id = ?1", id.toString()));
        assertThat(story.as(story.priya, () -> rig.get(ApplicationQueries.class).one(id)))
                .isEmpty();
        assertThat(story.as(
                        story.priya, () -> rig.get(ApplicationQueries.class).all(QueueFilter.parse("tab=WITHDRAWN"))))
                .extracting(ApplicationRow::publicId)
                .doesNotContain(id);
        PublicationQueries queries = rig.get(PublicationQueries.class);
        assertThat(queries.parts(queries.one(planned.id()).orElseThrow()))
                .singleElement()
                .matches(PublicationQueries.PartRow::isForgotten)
                .satisfies(part -> assertThat(part.leftOut()).isEmpty());
    }

    @Test
    void aDecisionIsTakenBackBeforeAnybodyKnows() {
        UUID id = story.application("Taken Back");
        story.decide(story.priya, Decision.DECLINE, "No.", id);
        Seen seen = story.seen(id);
        rig.as(
                story.tomasz,
                () -> rig.get(DecideApplications.class).undecide(new DecideApplications.TakenBack(List.of(seen))));
        assertThat(story.row(story.priya, id).decision()).isNull();
        assertThatThrownBy(() -> story.publish(story.priya, List.of(id))).isInstanceOf(Refused.class);
    }
}

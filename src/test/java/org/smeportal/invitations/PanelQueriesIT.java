package org.smeportal.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.Modality;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Sql;
import org.smeportal.testing.Rig;

/** Reading who is on an event, who could be, and what is one's own; always with the same few statements. */
class PanelQueriesIT {

    private static final CandidateQueries.Filter ALL =
            new CandidateQueries.Filter("", "", 0, false, CandidateQueries.Sort.NAME);

    private static Rig rig;
    private static PanelStory story;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        story = new PanelStory(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void thePanelTakesTheSameStatementsAt10AndAt1000Rows() {
        EventCard event = story.event(9);
        List<UUID> smes = story.smes(1000);
        story.invited(event, smes.subList(0, 10));
        int few = panelStatements(event);
        assertThat(rig.get(PanelQueries.class)
                        .panel(event.id(), null, PageRequest.first())
                        .total())
                .isEqualTo(10);

        story.invited(event, smes.subList(10, 1000));

        assertThat(rig.get(PanelQueries.class)
                        .panel(event.id(), null, PageRequest.number(50))
                        .last())
                .isEqualTo(1000);
        assertThat(panelStatements(event)).isEqualTo(few).isLessThanOrEqualTo(8);
    }

    @Test
    void thePanelFiltersByStatusAndCountsEach() {
        EventCard event = story.event(1);
        List<String> tokens = story.invited(event, story.smes(4));
        story.answer(tokens.get(0), Answer.YES);
        story.answer(tokens.get(1), Answer.YES);
        story.answer(tokens.get(2), Answer.NO);
        PanelQueries panel = rig.get(PanelQueries.class);

        assertThat(panel.counts(event.id()))
                .containsEntry(InvitationStatus.ACCEPTED, 1)
                .containsEntry(InvitationStatus.WAITLISTED, 1)
                .containsEntry(InvitationStatus.DECLINED, 1)
                .containsEntry(InvitationStatus.SENT, 1);
        assertThat(panel.panel(event.id(), InvitationStatus.WAITLISTED, PageRequest.first())
                        .rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.ticket()).isEqualTo(1);
                    assertThat(row.seat()).isEqualTo(Modality.VIRTUAL);
                    assertThat(panel.one(row.invitation()).orElseThrow().event().id())
                            .isEqualTo(event.id());
                });
    }

    @Test
    void onlyWhoWasLeftInPeaceLongEnoughIsReminded_R3_7() {
        rig.clock().set(PanelStory.BEGIN);
        EventCard event = story.event(9);
        List<String> tokens = story.invited(event, story.smes(3));
        story.answer(tokens.get(0), Answer.MAYBE);
        PanelQueries panel = rig.get(PanelQueries.class);
        rig.clock().advance(ReminderPolicy.QUIET.minus(Duration.ofSeconds(1)));
        assertThat(panel.toRemind(event.id())).isEmpty();

        rig.clock().advance(Duration.ofSeconds(1));
        assertThat(panel.toRemind(event.id()))
                .extracting(PanelQueries.Due::name)
                .containsExactly("Sme 0002", "Sme 0003");
        rig.update("update invitation set reminders = ?1 where event_id = ?2", ReminderPolicy.MOST, event.id());
        assertThat(panel.toRemind(event.id())).isEmpty();
        rig.clock().set(PanelStory.BEGIN);
    }

    @Test
    void candidatesTakeTheSameStatementsAt10AndAt1000Rows() {
        EventCard event = story.event(9);
        CandidateQueries candidates = rig.get(CandidateQueries.class);
        story.smes(10);
        int few = candidateStatements(event);
        story.smes(1000);

        assertThat(candidateStatements(event)).isEqualTo(few).isLessThanOrEqualTo(8);
        assertThat(candidates.page(event.id(), ALL, PageRequest.first()).rows()).hasSize(20);
    }

    @Test
    void candidatesAreFilteredAndSayWhatHappenedBefore() {
        rig.clock().set(PanelStory.BEGIN);
        EventCard earlier = story.event(9);
        EventCard event = story.event(9);
        UUID noor = story.sme("Noor 100%_sure", "Asia/Amman");
        UUID ana = story.sme("Ana Rocha", "Europe/Lisbon");
        List<String> tokens = story.invited(earlier, List.of(noor, ana));
        story.answer(tokens.get(0), Answer.YES);
        story.answer(tokens.get(1), Answer.NO);
        CandidateQueries candidates = rig.get(CandidateQueries.class);

        assertThat(candidates
                        .page(event.id(), search("100%_s"), PageRequest.first())
                        .rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.sme()).isEqualTo(noor);
                    assertThat(row.invited()).isEqualTo(1);
                    assertThat(row.accepted()).isEqualTo(1);
                    assertThat(row.declined()).isZero();
                    assertThat(row.lastInvited()).isEqualTo(PanelStory.BEGIN);
                    assertThat(row.before()).isNull();
                });
        assertThat(candidates
                        .page(event.id(), search("100%x"), PageRequest.first())
                        .rows())
                .isEmpty();
        assertThat(candidates
                        .page(earlier.id(), search("Noor 100"), PageRequest.first())
                        .rows())
                .as("on the panel already")
                .isEmpty();
        assertThat(candidates
                        .page(earlier.id(), search("Ana Rocha"), PageRequest.first())
                        .rows())
                .as("who declined can be invited again")
                .singleElement()
                .satisfies(row -> assertThat(row.before()).isEqualTo(InvitationStatus.DECLINED));
    }

    @Test
    void ownInvitationsAreOpenComingAndPastWithOneStatementEach() {
        rig.clock().set(PanelStory.BEGIN);
        UUID sme = story.sme("Noor Haddad", "Asia/Amman");
        long account = story.account("Noor Haddad", "SME");
        rig.update("update sme set account_id = ?1 where public_id = ?2", account, sme.toString());
        EventCard unanswered = story.event(9);
        EventCard accepted = story.event(9);
        EventCard waiting = story.event(1);
        story.invited(unanswered, List.of(sme));
        story.answer(story.invited(accepted, List.of(sme)).get(0), Answer.YES);
        story.answer(story.invited(waiting, story.smes(1)).get(0), Answer.YES);
        story.answer(story.invited(waiting, List.of(sme)).get(0), Answer.YES);
        OwnInvitations own = rig.get(OwnInvitations.class);

        assertThat(own.current(account).open())
                .extracting(OwnInvitations.Own::event)
                .containsExactly(unanswered.publicId());
        assertThat(own.current(account).coming())
                .extracting(OwnInvitations.Own::event)
                .containsExactlyInAnyOrder(accepted.publicId(), waiting.publicId());
        assertThat(own.current(account).coming())
                .filteredOn(row -> row.event().equals(waiting.publicId()))
                .singleElement()
                .satisfies(row -> assertThat(row.ticket()).isEqualTo(1));
        assertThat(own.past(account)).isEmpty();

        rig.clock().set(accepted.endsAt());
        assertThat(own.current(account).open()).isEmpty();
        assertThat(own.current(account).coming()).isEmpty();
        assertThat(own.past(account)).extracting(OwnInvitations.Own::event).containsExactly(accepted.publicId());

        int few = ownStatements(account);
        rig.clock().set(PanelStory.BEGIN);
        manyEvents(sme);
        assertThat(own.current(account).coming()).hasSizeGreaterThan(100);
        assertThat(ownStatements(account)).isEqualTo(few).isEqualTo(3);
    }

    private static void manyEvents(UUID sme) {
        rig.update(
                """
                insert into event (public_id, kind, title, status, modality, zone, starts_at, ends_at, rsvp_deadline,
                    lead_id, created_at)
                with recursive n as (select 1 as i union all select i + 1 from n where i < 1000)
                select uuid(), 'OTHER', 'Many', 'INVITING', 'VIRTUAL', 'UTC', ?1, ?2, ?1, ?3, ?1
                from n""",
                Sql.parameter(PanelStory.BEGIN.plusSeconds(86400)),
                Sql.parameter(PanelStory.BEGIN.plusSeconds(90000)),
                story.pm.accountId());
        rig.update("""
                insert into invitation (public_id, event_id, sme_id, status, wave, holds_seat, nonce, created_at)
                select uuid(), e.id, s.id, 'ACCEPTED', 1, true, 'x', e.created_at from event e join sme s
                where e.title = 'Many' and s.public_id = ?1""", sme.toString());
    }

    private static int ownStatements(long account) {
        OwnInvitations own = rig.get(OwnInvitations.class);
        rig.statements().reset();
        own.current(account).open();
        own.current(account).coming();
        own.past(account);
        return rig.statements().count();
    }

    /** What the page of the panel reads. */
    private static int panelStatements(EventCard event) {
        PanelQueries panel = rig.get(PanelQueries.class);
        EventDirectory events = rig.get(EventDirectory.class);
        rig.statements().reset();
        events.byPublicId(event.publicId());
        panel.counts(event.id());
        events.pools(event.id());
        panel.waiting(event.id());
        panel.standby(event.id());
        panel.toRemind(event.id());
        panel.panel(event.id(), null, PageRequest.first());
        return rig.statements().count();
    }

    private static int candidateStatements(EventCard event) {
        CandidateQueries candidates = rig.get(CandidateQueries.class);
        rig.statements().reset();
        candidates.page(event.id(), ALL, PageRequest.first());
        return rig.statements().count();
    }

    private static CandidateQueries.Filter search(String term) {
        return new CandidateQueries.Filter(term, "", 0, false, CandidateQueries.Sort.LAST_INVITED);
    }
}

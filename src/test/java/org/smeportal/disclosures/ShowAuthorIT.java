package org.smeportal.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.reviews.LeadReview;
import org.smeportal.reviews.ReviewRoom;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Who is shown who wrote an item, after what, and what is kept of it (R6.1). */
class ShowAuthorIT {
    private static final String WHY = "Two items quote a page word by word.";
    private static final String AUTHOR = "Member 1";

    private static final Instant BEGIN = Instant.parse("2020-02-03T09:00:00Z");

    private static Rig rig;
    private ReviewRoom room;
    private UUID item;
    private long keptBefore;
    private long actsBefore;
    private long mailsBefore;
    private Caller admin;
    private Caller elsewhere;

    @BeforeAll
    static void begin() {
        rig = Rig.start(BEGIN);
    }

    @BeforeEach
    void start() {
        rig.clock().set(BEGIN);
        keptBefore = rig.count("select count(*) from author_disclosure");
        actsBefore = rig.count("select coalesce(max(id), 0) from audit_entry");
        mailsBefore = rig.count("select coalesce(max(id), 0) from outbox_message");
        room = new ReviewRoom(rig, 4, 3);
        item = room.items.get(0);
        admin = account("Ada Winter", Role.ADMIN);
        elsewhere = account("Else Where", Role.PM);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private Caller account(String name, Role role) {
        String email = room.room.people.address(name.replace(' ', '.').toLowerCase(java.util.Locale.ROOT));
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), ?1, ?2, 'Europe/Lisbon', 'ACTIVE', 'n', now(6))""", email, name);
        long id = rig.count("select id from account where email = ?1", email);
        rig.update("insert into account_role (account_id, role) values (?1, ?2)", id, role.name());
        return Rig.caller(id, name, "Europe/Lisbon", role);
    }

    /** Another programme manager of the exam. */
    private Caller second() {
        Caller second = account("Sam Second", Role.PM);
        room.room.duty(second, room.room.code());
        return second;
    }

    private String show(Caller who, UUID what, String reason) {
        return rig.as(who, () -> rig.get(ShowAuthor.class).show(new ShowAuthor.Showing(what, reason)));
    }

    private void ask(Caller who, String code, String reason) {
        rig.as(who, () -> rig.get(AskForAuthor.class).ask(new AskForAuthor.Question(code, reason)));
    }

    private String code() {
        return (String) rig.rows("select code from item where public_id = ?1", item.toString())
                .get(0);
    }

    private DisclosureQueries.Own own(Caller who) {
        return rig.as(who, () -> rig.get(DisclosureQueries.class).own(PageRequest.first()))
                .rows()
                .get(0);
    }

    private UUID asked(Caller who) {
        ask(who, code(), WHY);
        return own(who).id();
    }

    private void answer(Caller who, UUID request, boolean yes) {
        AnswerAuthorRequest answer = rig.get(AnswerAuthorRequest.class);
        AnswerAuthorRequest.Request about = new AnswerAuthorRequest.Request(request);
        rig.as(who, () -> yes ? answer.allow(about) : answer.decline(about));
    }

    private String look(Caller who, UUID request) {
        return rig.as(who, () -> rig.get(AskForAuthor.class).look(new AskForAuthor.Request(request)))
                .name();
    }

    private List<DisclosureQueries.Shown> shown() {
        return rig.as(room.pm, () -> rig.get(DisclosureQueries.class).shown(item, PageRequest.first()))
                .rows();
    }

    private static void refused(String key, Callable<?> act) {
        assertThatThrownBy(act::call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private void refused(String key, Runnable act) {
        refused(key, () -> {
            act.run();
            return null;
        });
    }

    private long kept() {
        return rig.count("select count(*) from author_disclosure") - keptBefore;
    }

    @Test
    void aProgrammeManagerOfTheExamIsShownTheNameForAReasonThatOthersRead() {
        refused("disclosures.refused.noReason", () -> show(room.pm, item, " "));
        refused("platform.refused.tooLong", () -> show(room.pm, item, "x".repeat(501)));
        assertThat(kept()).isZero();

        assertThat(show(room.pm, item, WHY)).isEqualTo(AUTHOR);
        Caller second = second();
        assertThat(rig.as(second, () -> rig.get(DisclosureQueries.class).shown(item, PageRequest.first()))
                        .rows())
                .containsExactly(new DisclosureQueries.Shown(room.pm.name(), LocalDate.of(2020, 2, 10), WHY, null));
        assertThat(trail()).containsExactly("ShowAuthor.show item:" + item);
        assertThat(rig.as(elsewhere, () -> rig.get(DisclosureQueries.class).shown(item, PageRequest.first()))
                        .total())
                .as("of other exams")
                .isZero();
    }

    /** Neither the reason nor the name stands in the trail, nor the name anywhere new. */
    private List<String> trail() {
        List<?> all = rig.rows(
                "select concat_ws(' ', act, subject, detail, changes) from audit_entry where id > ?1", actsBefore);
        assertThat(all.toString()).doesNotContain("word by word");
        assertThat(rig.rows("select * from author_disclosure").stream().map(row -> Arrays.toString((Object[]) row)))
                .as("a column of the table")
                .noneMatch(row -> row.contains(AUTHOR));
        List<String> ours = all.stream()
                .map(String.class::cast)
                .filter(entry -> entry.contains("Author"))
                .toList();
        assertThat(ours.toString()).doesNotContain(AUTHOR);
        return ours;
    }

    @Test
    void nobodyElseGetsAnAnswerFromThePageOfProgrammeManagers() {
        UUID draft = room.room.items.draft(room.author(), room.event, 1);
        for (UUID what : List.of(draft, UUID.randomUUID())) {
            assertThatThrownBy(() -> show(room.pm, what, WHY)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> show(elsewhere, item, WHY)).isInstanceOf(NotFound.class);
        for (Caller who : List.of(admin, room.author(), room.reviewer(1))) {
            assertThatThrownBy(() -> show(who, item, WHY)).isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> ask(room.reviewer(1), code(), WHY)).isInstanceOf(Forbidden.class);
        assertThat(kept()).isZero();
    }

    @Test
    void nothingIsShownWhileAReviewSessionOfTheExamRuns() {
        UUID request = asked(admin);
        answer(room.pm, request, true);
        UUID session = room.opened();
        refused("disclosures.refused.session", () -> show(room.pm, item, WHY));
        refused("disclosures.refused.session", () -> show(room.pm, room.items.get(2), WHY));
        refused("disclosures.refused.session", () -> look(admin, request));
        assertThat(kept()).as("what is refused leaves nothing").isOne();
        assertThat(own(admin).state()).isEqualTo(DisclosureState.ALLOWED);

        rig.as(room.pm, () -> rig.get(LeadReview.class).close(session));
        assertThat(show(room.pm, item, WHY)).isEqualTo(AUTHOR);
        assertThat(look(admin, request)).isEqualTo(AUTHOR);
    }

    @Test
    void nothingIsShownToWhoLeadsOrSitsInASessionOfAnotherExam() {
        UUID session = room.opened();
        String exam = "DOP-" + room.room.code();
        rig.update(
                "insert into exam (code, name, level, version_year) values (?1, 'Other', 'Professional', 2020)", exam);
        rig.update(
                "update event set exam_id = (select id from exam where code = ?2) where public_id = ?1",
                room.event.toString(),
                exam);
        Caller second = second();
        refused("disclosures.refused.session", () -> show(room.pm, item, WHY));
        assertThat(show(second, item, WHY)).as("who has no part in it").isEqualTo(AUTHOR);
        rig.update(
                "insert into review_member (session_id, account_id) select id, ?2 from review_session where public_id = ?1",
                session.toString(),
                second.accountId());
        refused("disclosures.refused.session", () -> show(second, item, WHY));
    }

    @Test
    void everybodyElseNeedsAnotherPersonAndLooksOnce() {
        for (Caller who : List.of(admin, elsewhere)) {
            UUID request = asked(who);
            refused("disclosures.refused.waiting", () -> look(who, request));
            refused("disclosures.refused.askedAlready", () -> ask(who, code(), WHY));
            assertThat(rig.as(room.pm, () -> rig.get(DisclosureQueries.class).waiting(item)))
                    .extracting(DisclosureQueries.Waiting::by, DisclosureQueries.Waiting::reason)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(who.name(), WHY));
            assertThatThrownBy(() -> look(who == admin ? elsewhere : admin, request))
                    .as("of somebody else")
                    .isInstanceOf(NotFound.class);
            answer(room.pm, request, true);
            refused("disclosures.refused.answered", () -> answer(room.pm, request, false));
            assertThat(shown()).noneMatch(one -> one.by().equals(who.name()));

            assertThat(look(who, request)).isEqualTo(AUTHOR);
            refused("disclosures.refused.seen", () -> look(who, request));
            assertThat(own(who).state()).isEqualTo(DisclosureState.SEEN);
            assertThat(shown().get(0))
                    .isEqualTo(new DisclosureQueries.Shown(who.name(), LocalDate.of(2020, 2, 10), WHY, room.pm.name()));
            rig.clock().advance(Duration.ofMinutes(1));
        }
        String about = " item:" + item;
        assertThat(trail().subList(0, 3))
                .containsExactly(
                        "AskForAuthor.ask" + about, "AnswerAuthorRequest.allow" + about, "AskForAuthor.look" + about);
    }

    @Test
    void aYesIsOpenForSevenDaysAndANoShowsNothing() {
        UUID late = asked(admin);
        answer(room.pm, late, true);
        UUID declined = asked(elsewhere);
        answer(room.pm, declined, false);
        refused("disclosures.refused.no", () -> look(elsewhere, declined));
        assertThat(own(elsewhere).state()).isEqualTo(DisclosureState.DECLINED);
        rig.clock().advance(Duration.ofDays(7));
        refused("disclosures.refused.over", () -> look(admin, late));
        assertThat(own(admin).state()).isEqualTo(DisclosureState.LAPSED);
        assertThat(shown()).isEmpty();
        UUID again = asked(admin);
        answer(room.pm, again, true);
        rig.clock().advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(look(admin, again)).isEqualTo(AUTHOR);
    }

    @Test
    void twoLooksAtTheSameMomentAreOne() throws Exception {
        UUID request = asked(admin);
        answer(room.pm, request, true);
        assertThat(Rig.atOnce(2, () -> {
                    try {
                        return look(admin, request);
                    } catch (Refused seen) {
                        return seen.key();
                    }
                }))
                .containsExactlyInAnyOrder(AUTHOR, "disclosures.refused.seen");
        assertThat(shown()).hasSize(1);
    }

    @Test
    void theSecondPersonIsAnotherProgrammeManagerOfTheExam() {
        UUID request = asked(elsewhere);
        assertThatThrownBy(() -> answer(admin, request, true)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> answer(elsewhere, request, true)).isInstanceOf(NotFound.class);
        room.room.duty(elsewhere, room.room.code());
        refused("disclosures.refused.ownRequest", () -> answer(elsewhere, request, true));
        assertThat(rig.as(elsewhere, () -> rig.get(DisclosureQueries.class).waiting()))
                .isEmpty();
        Caller third = account("Tom Third", Role.PM);
        assertThatThrownBy(() -> answer(third, request, true)).isInstanceOf(NotFound.class);
        assertThat(rig.as(third, () -> rig.get(DisclosureQueries.class).waiting()))
                .isEmpty();
        answer(room.pm, request, true);
    }

    @Test
    void aCodeOfNothingThatWasHandedInHasOneAnswer() {
        UUID draft = room.room.items.draft(room.author(), room.event, 1);
        String ofDraft = (String) rig.rows("select code from item where public_id = ?1", draft.toString())
                .get(0);
        for (String code : List.of("ITM-NONE", ofDraft, "%", "x' or 1")) {
            refused("disclosures.refused.noItem", () -> ask(admin, code, WHY));
        }
        refused("disclosures.refused.noCode", () -> ask(admin, "", WHY));
        refused("disclosures.refused.noReason", () -> ask(admin, code(), ""));
        refused("disclosures.refused.yours", () -> ask(room.pm, code(), WHY));
        rig.update("update account set state = 'CLOSED' where id = ?1", room.pm.accountId());
        refused("disclosures.refused.nobody", () -> ask(admin, code(), WHY));
        assertThat(kept()).isZero();
        assertThat(rig.count("select count(*) from outbox_message where kind like 'author-%' and id > ?1", mailsBefore))
                .isZero();
    }

    @Test
    void mailsSayThatSomebodyAskedAndThatItWasAnsweredAndNothingMore() {
        second();
        UUID request = asked(admin);
        answer(room.pm, request, true);
        assertThat(rig.rows("""
                        select concat(kind, ' ', recipient_name) from outbox_message
                        where kind like 'author-%' and id > ?1""", mailsBefore))
                .as("one for each programme manager of the exam, one for the administrator")
                .map(Objects::toString)
                .containsExactlyInAnyOrder(
                        "author-asked " + room.pm.name(), "author-asked Sam Second", "author-answered Ada Winter");
        assertThat(rig.rows("""
                        select concat(parameters, subject_id) from outbox_message
                        where kind like 'author-%' and id > ?1""", mailsBefore).toString()).doesNotContain(code(), item.toString(), "word by word");
    }

    /** Who wrote it changes nothing that anybody gets before the name, also when it was the programme manager. */
    @Test
    void whatIsSeenAndRefusedBeforeTheNameIsTheSameWhoeverWroteIt() {
        Caller writer = room.room.author("Wren Writer");
        room.room.duty(writer, room.room.code());
        Caller both = Rig.caller(
                Objects.requireNonNull(writer.accountId()), writer.name(), "Europe/Lisbon", Role.SME, Role.PM);
        UUID request = asked(admin);
        List<String> byAnother = seen(both, request);
        rig.update(
                "update item_author set sme_id = (select id from sme where account_id = ?1) where item_id = ?2",
                both.accountId(),
                room.room.id(item));
        assertThat(seen(both, request)).isEqualTo(byAnother);
        answer(both, request, true);
        assertThat(look(admin, request)).isEqualTo("Wren Writer");
        assertThat(show(both, item, WHY)).isEqualTo("Wren Writer");
    }

    private List<String> seen(Caller pm, UUID request) {
        DisclosureQueries queries = rig.get(DisclosureQueries.class);
        String refused = "";
        try {
            look(admin, request);
        } catch (Refused waiting) {
            refused = waiting.toString();
        }
        return List.of(
                rig.as(pm, () -> queries.waiting(item).toString()),
                rig.as(pm, () -> queries.waiting().toString()),
                rig.as(pm, () -> queries.shown(item, PageRequest.first()).toString()),
                rig.as(admin, () -> queries.own(PageRequest.first()).toString()),
                refused);
    }

    @Test
    void aThousandRequestsTakeTheStatementsOfTen() {
        many(1, 10);
        int ten = statements();
        many(11, 1000);
        assertThat(statements()).isEqualTo(ten).isLessThanOrEqualTo(8);
        assertThat(rig.as(room.pm, () -> rig.get(DisclosureQueries.class).shown(item, PageRequest.first()))
                        .total())
                .isEqualTo(1000);
        assertThat(rig.as(room.pm, () -> rig.get(DisclosureQueries.class).waiting()))
                .hasSize(3);
    }

    /** Shown ones, and one that waits about each item. */
    private void many(int from, int to) {
        rig.update("""
                insert into author_disclosure (public_id, item_id, asked_by, reason, asked_at, answer, answered_by, answered_at,
                    seen_at)
                select uuid(), ?1, ?2, 'R', now(6), 'YES', ?3, now(6), now(6) from seq_%d_to_%d""".formatted(from, to), room.room.id(item), admin.accountId(), room.pm.accountId());
        rig.update("""
                insert ignore into author_disclosure (public_id, item_id, asked_by, reason, asked_at, waiting)
                select uuid(), id, ?1, 'R', now(6), true from item where revision > 0 and exam_id = ?2""", admin.accountId(), room.room.exam());
    }

    private int statements() {
        DisclosureQueries queries = rig.get(DisclosureQueries.class);
        rig.statements().reset();
        rig.as(room.pm, () -> {
            queries.waiting(item);
            queries.shown(item, PageRequest.first());
            queries.waiting();
        });
        rig.as(admin, () -> queries.own(PageRequest.number(2)));
        return rig.statements().count();
    }
}

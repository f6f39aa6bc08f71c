package org.smeportal.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.smeportal.disclosures.AskForAuthor;
import org.smeportal.disclosures.ShowAuthor;
import org.smeportal.items.EditorChoice;
import org.smeportal.items.NameEditor;
import org.smeportal.items.SealedTexts;
import org.smeportal.items.WrittenItems;
import org.smeportal.online.FormGroups;
import org.smeportal.online.RoomKind;
import org.smeportal.replies.AnswerComments;
import org.smeportal.reviews.Aspect;
import org.smeportal.reviews.GiveVerdict;
import org.smeportal.reviews.LeadReview;
import org.smeportal.reviews.Live;
import org.smeportal.reviews.ReadReview;
import org.smeportal.reviews.Resolution;
import org.smeportal.reviews.ReviewOutcome;
import org.smeportal.reviews.ScheduleReview;
import org.smeportal.reviews.Verdict;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.similarity.AlikeQueries;
import org.smeportal.testing.Rig;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/**
 * Group reviews of the demo: what was written in a workshop is reviewed by two groups in their rooms; the first group, that of
 * the demo's SME, is in the middle of its agenda, the second waits. One item of hers was looked at by all and came back to her;
 * another one came back to its author, and she revises it as an editor.
 */
final class GroupReviews {
    private static final int ITEMS = 7;

    private final Rig rig;
    private final Caller pm;

    GroupReviews(Rig rig, Caller pm) {
        this.rig = rig;
        this.pm = pm;
    }

    /** {@code first} and {@code second} sit in the two rooms of the event; the first of all is the demo's SME. */
    void present(UUID event, List<Member> first, List<Member> second) {
        seat(event, first, second);
        List<UUID> free = rig.as(pm, () -> waiting(event));
        List<UUID> hers = of(first.get(0), free);
        List<UUID> others = free.stream().filter(item -> !hers.contains(item)).toList();
        List<UUID> items = others.subList(0, ITEMS);
        authors(items.get(0), items.get(1));
        UUID session = rig.as(
                        pm, () -> rig.get(ScheduleReview.class).schedule(new ScheduleReview.Batch(event, items, 2)))
                .get(0);
        lead(() -> rig.get(LeadReview.class).open(session));
        List<Caller> group = first.stream().map(Member::caller).toList();
        group.forEach(member -> rig.as(member, () -> rig.get(GiveVerdict.class).arrive(session)));

        verdicts(group, session, Verdict.ACCEPT, Verdict.ACCEPT, Verdict.CHANGE, Verdict.ACCEPT);
        comment(group.get(2), session, Aspect.LANGUAGE, false, "Two sentences say the same. One is enough.");
        reveal(session);
        answer(session, Resolution.OVERRULED, "The second one names the limit, so it stays.");
        decide(session, ReviewOutcome.ACCEPT, "Clear, and it asks for a decision that people make.");

        // the first has the duty of an editor: who reviewed it would not see the change that waits for one
        verdicts(group.subList(1, group.size()), session, Verdict.CHANGE, Verdict.REVISE, Verdict.ACCEPT);
        comment(group.get(2), session, Aspect.STEM, true, "It asks for two things at once: what to change, and when.");
        comment(group.get(1), session, Aspect.REFERENCE, false, "The page has a new name; the passage still holds.");
        reveal(session);
        decide(session, ReviewOutcome.REVISE, "Ask for one thing only. The options are good as they are.");
        editorial(event);

        verdicts(group.subList(1, group.size()), session, Verdict.ACCEPT, Verdict.REVISE, Verdict.CHANGE);
        hers.forEach(item -> sentBack(event, item, group));
        handedOver(event, others.get(ITEMS), group);
    }

    /** What came back to somebody who has no time for it goes on with an editor: the demo's SME. */
    private void handedOver(UUID event, UUID item, List<Caller> group) {
        sentBack(event, item, group.subList(1, group.size()));
        UUID editor = rig.as(pm, () -> rig.get(EditorChoice.class).of(item)).candidates().stream()
                .filter(one -> one.account() == group.get(0).accountId())
                .findFirst()
                .orElseThrow()
                .publicId();
        lead(() -> rig.get(NameEditor.class).name(new NameEditor.Naming(item, 1, editor)));
    }

    /** The author of what just came back says that a new name of a page is all that it needs; an editor has to look. */
    private void editorial(UUID event) {
        UUID item = UUID.fromString((String) rig.rows(
                        "select i.public_id from item i join event e on e.id = i.event_id"
                                + " where e.public_id = ?1 and i.status = 'REVISION'",
                        event.toString())
                .get(0));
        Object[] row = (Object[]) rig.rows("""
                select a.id, a.name, a.zone, (select c.public_id from review_comment c
                    join review_entry n on n.id = c.entry_id where n.item_id = i.id and c.blocking)
                from item i join item_author o on o.item_id = i.id join sme s on s.id = o.sme_id
                    join account a on a.id = s.account_id where i.public_id = ?1""", item.toString()).get(0);
        Caller author = Rig.caller(((Number) row[0]).longValue(), (String) row[1], (String) row[2], Role.SME);
        Map<UUID, String> answers = Map.of(
                UUID.fromString((String) row[3]), "It asks what to change. When stands in the scenario, as a limit.");
        rig.as(author, () -> rig.get(AnswerComments.class).answer(item, answers));
        ItemText text = rig.get(SealedTexts.class).text(item, 1).orElseThrow();
        WrittenItems items = new WrittenItems(rig);
        items.fill(author, item, new ItemText(text.scenario(), text.question(), text.options(), renamed(text)));
        items.submitAsEditorial(author, item);
    }

    private static List<ItemReference> renamed(ItemText text) {
        return text.references().stream()
                .map(page -> new ItemReference(
                        page.id(), page.title() + " (new name)", page.url(), page.quote(), page.accessed()))
                .toList();
    }

    /** Before a session runs, the author of one item was shown; an administrator asks for that of another, and waits. */
    private void authors(UUID shown, UUID asked) {
        lead(() -> rig.get(ShowAuthor.class)
                .show(new ShowAuthor.Showing(shown, "A passage stands word by word in a course that is sold.")));
        String code = (String) rig.rows("select code from item where public_id = ?1", asked.toString())
                .get(0);
        long admin = rig.count("select id from account where email = 'admin@example.org'");
        rig.as(
                Rig.caller(admin, "Ada Winter", "Europe/Dublin", Role.ADMIN),
                () -> rig.get(AskForAuthor.class)
                        .ask(new AskForAuthor.Question(code, "Somebody outside says that they wrote this question.")));
    }

    /** An item of that author, so that she has feedback to read and to answer. */
    private List<UUID> of(Member author, List<UUID> items) {
        return items.stream()
                .filter(item -> rig.count(
                                "select count(*) from item_author a join item i on i.id = a.item_id"
                                        + " join sme s on s.id = a.sme_id where i.public_id = ?1 and s.public_id = ?2",
                                item.toString(),
                                author.publicId().toString())
                        > 0)
                .limit(1)
                .toList();
    }

    private void sentBack(UUID event, UUID item, List<Caller> group) {
        UUID session = rig.as(
                        pm,
                        () -> rig.get(ScheduleReview.class).schedule(new ScheduleReview.Batch(event, List.of(item), 1)))
                .get(0);
        lead(() -> rig.get(LeadReview.class).open(session));
        verdicts(group, session, Verdict.CHANGE, Verdict.REVISE, Verdict.REVISE, Verdict.CHANGE);
        comment(group.get(1), session, Aspect.STEM, true, "The scenario names two limits. Which of them counts?");
        comment(group.get(2), session, Aspect.REFERENCE, false, "A page about the limits themselves would fit better.");
        reveal(session);
        LeadReview.OnEntry on = on(session);
        lead(() -> rig.get(LeadReview.class)
                .decide(new LeadReview.Decision(
                        on, ReviewOutcome.REVISE, "A good question. Say which limit counts, then it is ready.")));
        lead(() -> rig.get(LeadReview.class).close(session));
    }

    private void seat(UUID event, List<Member> first, List<Member> second) {
        List<Object> rooms = new ArrayList<>(rig.rows(
                "select r.public_id from event_room r join event e on e.id = r.event_id"
                        + " where e.public_id = ?1 and r.kind = ?2 order by r.name",
                event.toString(),
                RoomKind.GROUP.name()));
        List<FormGroups.Choice> choices = new ArrayList<>();
        first.forEach(member ->
                choices.add(new FormGroups.Choice(member.publicId(), UUID.fromString((String) rooms.get(0)))));
        second.forEach(member ->
                choices.add(new FormGroups.Choice(member.publicId(), UUID.fromString((String) rooms.get(1)))));
        lead(() -> rig.get(FormGroups.class).choose(new FormGroups.Choices(event, choices)));
    }

    /** Handed in, and like no other; the last ones of the list stay where they are. */
    private List<UUID> waiting(UUID event) {
        long exam = rig.count("select exam_id from event where public_id = ?1", event.toString());
        var alike = rig.get(AlikeQueries.class).undecided(exam);
        return rig
                .rows(
                        "select i.public_id from item i join event e on e.id = i.event_id"
                                + " where e.public_id = ?1 and i.status = 'SUBMITTED' order by i.id",
                        event.toString())
                .stream()
                .map(id -> UUID.fromString((String) id))
                .filter(id -> !alike.contains(id))
                .toList();
    }

    private void verdicts(List<Caller> group, UUID session, Verdict... verdicts) {
        UUID entry = on(session).entry();
        for (int i = 0; i < group.size() && i < verdicts.length; i++) {
            Verdict verdict = verdicts[i];
            rig.as(group.get(i), () -> rig.get(GiveVerdict.class).give(session, entry, verdict));
            rig.clock().advance(Duration.ofSeconds(20));
        }
    }

    private void comment(Caller member, UUID session, Aspect aspect, boolean blocking, String text) {
        Live.Current at = at(session);
        String spot = aspect == Aspect.REFERENCE ? at.text().references().get(0).id() : null;
        rig.as(
                member,
                () -> rig.get(GiveVerdict.class)
                        .comment(session, at.entry(), new GiveVerdict.Comment(aspect, spot, blocking, text)));
    }

    private void reveal(UUID session) {
        lead(() -> rig.get(LeadReview.class).reveal(on(session)));
    }

    private void answer(UUID session, Resolution resolution, String reason) {
        LeadReview.OnEntry on = on(session);
        UUID comment = at(session).comments().get(0).id();
        lead(() -> rig.get(LeadReview.class).answer(new LeadReview.Answer(on, comment, resolution, reason)));
    }

    private void decide(UUID session, ReviewOutcome outcome, String reason) {
        LeadReview.OnEntry on = on(session);
        lead(() -> rig.get(LeadReview.class).decide(new LeadReview.Decision(on, outcome, reason)));
        lead(() -> rig.get(LeadReview.class).next(on));
    }

    private LeadReview.OnEntry on(UUID session) {
        return new LeadReview.OnEntry(session, at(session).entry());
    }

    private Live.Current at(UUID session) {
        return Objects.requireNonNull(
                rig.as(pm, () -> rig.get(ReadReview.class).read(session)).current());
    }

    private void lead(Runnable act) {
        rig.as(pm, () -> {
            act.run();
            return null;
        });
    }
}

package org.smeportal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smeportal.exams.ExamQueries;
import org.smeportal.items.NameEditor;
import org.smeportal.items.TakeBackEditorial;
import org.smeportal.items.WrittenItems;
import org.smeportal.kernel.PageRequest;
import org.smeportal.replies.AnswerComments;
import org.smeportal.reviews.ReviewRoom;
import org.smeportal.reviews.ScheduleReview;
import org.smeportal.security.Caller;
import org.smeportal.similarity.AlikeQueries;
import org.smeportal.similarity.DecidePair;
import org.smeportal.testing.FrozenPortal;
import org.smeportal.testing.HttpUser;
import org.smeportal.testing.Rig;

/**
 * A group reviews three items of the story over HTTP. Both candidates sit in it and vote differently; what they are told is
 * theirs, what the others are told by their own acts is handed on.
 */
final class SwapReview {
    private static final String PM = "pm@example.org";
    private static final String MEMBER = "sme@example.org";

    private final FrozenPortal portal;
    private final Rig rig;
    private final UUID session;
    private final HttpUser ana;
    private final HttpUser bo;
    private final HttpUser member;
    private final HttpUser cleo;
    private final HttpUser pm;
    private final SwapStory.Listener listener;

    SwapReview(FrozenPortal portal, UUID session, SwapStory.Listener listener) {
        this.portal = portal;
        this.session = session;
        this.listener = listener;
        rig = portal.rig();
        ana = HttpUser.signedIn(portal.url(), rig, SwapStory.ANA);
        bo = HttpUser.signedIn(portal.url(), rig, SwapStory.BO);
        member = HttpUser.signedIn(portal.url(), rig, MEMBER);
        cleo = HttpUser.signedIn(portal.url(), rig, SwapStory.CLEO);
        pm = HttpUser.signedIn(portal.url(), rig, PM);
    }

    /** Gives the items to one group; places on the agenda are drawn, here they follow the order of writing. */
    static UUID scheduled(Rig rig, Caller pm, UUID event, List<UUID> items) {
        rig.as(pm, () -> {
            AlikeQueries alike = rig.get(AlikeQueries.class);
            List<Long> exams =
                    alike.exams().stream().map(ExamQueries.Choice::id).toList();
            for (AlikeQueries.Row pair :
                    alike.pairs(exams, 0, PageRequest.first()).page().rows()) {
                rig.get(DecidePair.class)
                        .notAlike(new DecidePair.OfPair(
                                pair.one().publicId(),
                                pair.one().revision(),
                                pair.other().publicId(),
                                pair.other().revision(),
                                null));
            }
            return null;
        });
        UUID session = rig.as(
                        pm, () -> rig.get(ScheduleReview.class).schedule(new ScheduleReview.Batch(event, items, 1)))
                .get(0);
        ReviewRoom.inOrder(rig, session);
        return session;
    }

    void live() {
        listener.moment("scheduled");
        pm("opens", "open", "");
        first();
        second();
        pm("goes on", "next", "");
        vote(cleo, "REJECT");
        pm("closes", "close", "");
        listener.moment("closed");
    }

    /** Two verdicts are too few, edits, yes. */
    private void first() {
        vote(ana, "ACCEPT");
        say(ana, "STEM", false, "Ana has nothing to add.");
        vote(bo, "REJECT");
        say(bo, "LANGUAGE", true, "Say which queue it is.");
        pm("reveals too early", "reveal", "");
        listener.told("member arrives", post(member, "arrive", ""));
        listener.told("member votes", vote(member, "CHANGE"));
        listener.told("member comments", say(member, "FAIRNESS", false, "Short and clear."));
        listener.told("member reveals", post(member, "reveal", ""));
        listener.moment("some voted");
        pm("reveals", "reveal", "");
        listener.told("member votes too late", vote(member, "ACCEPT"));
        vote(ana, "REJECT");
        listener.moment("revealed");
        pm("edits", "edit", ",\"edition\":0,\"fields\":" + edited());
        String blocking =
                (String) rig.rows("select public_id from review_comment where blocking order by id desc limit 1")
                        .get(0);
        pm("answers", "answer", ",\"comment\":\"" + blocking + "\",\"resolution\":\"RESOLVED\"");
        listener.moment("edited");
        pm("accepts", "decide", ",\"outcome\":\"ACCEPT\"");
        listener.moment("accepted");
    }

    private void second() {
        pm("shows the second", "next", "");
        vote(bo, "ACCEPT");
        vote(cleo, "REVISE");
        say(cleo, "KEY", true, "Two of them are right.");
        vote(ana, "REVISE");
        say(ana, "REFERENCE", false, "That page moved.");
        pm("reveals the second", "reveal", "");
        HttpUser late = HttpUser.signedIn(portal.url(), rig, SwapStory.LATE);
        listener.told("late joiner arrives", post(late, "arrive", ""));
        listener.told("late joiner votes", vote(late, "ACCEPT"));
        pm("sends the second back", "decide", ",\"outcome\":\"REVISE\",\"reason\":\"Name one key.\"");
        listener.moment("sent back");
    }

    /**
     * The author of the second one answers and hands it in again, for an editor first; then one revises it in the author's
     * place, and the author hands it in for a group.
     */
    void answered(WrittenItems items, Caller manager, Caller author, UUID item) {
        portal.advance(Duration.ofMinutes(12));
        UUID comment = UUID.fromString((String) rig.rows("""
                select c.public_id from review_comment c join review_entry e on e.id = c.entry_id
                    join item i on i.id = e.item_id
                where i.public_id = ?1 and c.blocking""", item.toString()).get(0));
        rig.as(author, () -> rig.get(AnswerComments.class).answer(item, Map.of(comment, "Now only one is.")));
        items.fill(author, item, WrittenItems.text(14));
        listener.moment("answered");
        items.submitAsEditorial(author, item);
        listener.moment("waits for an editor");
        rig.as(author, () -> rig.get(TakeBackEditorial.class).takeBack(item));
        handedOver(manager, item);
        items.submit(author, item);
        listener.moment("handed in again");
    }

    private void handedOver(Caller manager, UUID item) {
        UUID editor = UUID.fromString((String) rig.rows("select public_id from account where email = ?1", MEMBER)
                .get(0));
        NameEditor.Naming naming = new NameEditor.Naming(item, 2, editor);
        rig.as(manager, () -> rig.get(NameEditor.class).name(naming));
        for (String page : List.of(
                "/app/items/desk/",
                "/app/items/draft-history/",
                "/app/items/candidate-view/",
                "/app/items/submit-item/",
                "/app/items/my-item/",
                "/app/replies/feedback/")) {
            HttpResponse<byte[]> answer = member.ask("GET", page + item);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            listener.told("named editor " + page, answer);
        }
        listener.moment("an editor revises it");
        rig.as(manager, () -> rig.get(NameEditor.class).giveBack(naming));
        listener.moment("given back");
    }

    private void pm(String name, String act, String more) {
        listener.told("PM " + name, post(pm, act, more));
    }

    private HttpResponse<byte[]> vote(HttpUser who, String verdict) {
        return post(who, "verdict", ",\"verdict\":\"" + verdict + "\"");
    }

    private HttpResponse<byte[]> say(HttpUser who, String aspect, boolean blocking, String text) {
        String spot = aspect.equals("REFERENCE")
                ? ",\"spot\":\""
                        + at().getJsonObject("item")
                                .getJsonArray("references")
                                .getJsonObject(0)
                                .getString("id") + "\""
                : "";
        return post(
                who,
                "comment",
                ",\"aspect\":\"%s\",\"blocking\":%s,\"text\":\"%s\"%s".formatted(aspect, blocking, text, spot));
    }

    /** A request of a screen; it takes a second. */
    private HttpResponse<byte[]> post(HttpUser who, String act, String more) {
        portal.advance(Duration.ofSeconds(1));
        String entry = rig.rows("""
                select e.public_id from review_session s join review_entry e on e.id = s.current_id
                where s.public_id = ?1""", session.toString()).stream()
                .findFirst()
                .map(String.class::cast)
                .orElse("");
        return who.askJson(address(), "{\"act\":\"" + act + "\",\"entry\":\"" + entry + "\"" + more + "}");
    }

    private String address() {
        return "/app/reviews/live/" + session;
    }

    private JsonObject at() {
        try (JsonReader json =
                Json.createReader(new StringReader(pm.get(address()).body()))) {
            return json.readObject().getJsonObject("at");
        }
    }

    private String edited() {
        JsonObject fields = at().getJsonObject("fields");
        return Json.createObjectBuilder(fields)
                .add("scenario", fields.getString("scenario") + " The team is small.")
                .build()
                .toString();
    }
}

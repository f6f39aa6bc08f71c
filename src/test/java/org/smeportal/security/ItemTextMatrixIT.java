package org.smeportal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smeportal.items.JudgeSubmission;
import org.smeportal.items.NameEditor;
import org.smeportal.items.WithdrawItem;
import org.smeportal.items.WrittenItems;
import org.smeportal.items.web.Rigs;
import org.smeportal.replies.Reviewed;
import org.smeportal.testing.HttpUser;
import org.smeportal.testing.PortalServer;
import org.smeportal.testing.Rig;
import org.smeportal.wording.ItemText;

/**
 * Who reads the text of an item when, over HTTP (R9.1): every address of items, every moment of an item, everybody. Whoever
 * may not is answered as if there were no such item; each view, and nothing else, is in the access record once (R9.3).
 */
class ItemTextMatrixIT {
    /** Stands in what was handed in, and in drafts. */
    private static final String HANDED_IN = "zorvaquin";

    /** Stands in what the author changed after it was handed in, and nobody else may read. */
    private static final String DRAFTED = "plimbrucat";

    private static final Set<Who> DRAFTERS = Set.of(Who.AUTHOR, Who.NAMED_EDITOR);

    private static final String OTHER_WRITER = "another-device-of-hers";

    /**
     * What the author, a programme manager of the exam and an editor of it are answered: the text, and a row in the access record; 200 for a
     * page without the text; another status. The last part is of an editor who was named to revise it in its author's place.
     * Everybody else is answered at every moment as about an item that is none, and so is whoever has a dash.
     */
    private static final String TABLE = """
            author                    planned open extended over cancelled handedIn returned withdrawn duplicate closed checked gone revised accepted settled edited handedOver
            items/desk                200     200  200      200  200       302      200      302       302       302    302     302  200     302      302     302    302
            items/draft               text    text text     text text      404      text     404       404       404    404     404  text    404      404     404    404
            items/draft:save          409     text text     409  409       409      text     409       409       409    409     409  text    409      409     409    409
            items/candidate-view      text    text text     text text      404      text     404       404       404    404     404  text    404      404     404    404
            items/draft-history       200     200  200      200  200       404      200      404       404       404    404     404  200     404      404     404    404
            items/draft-history?      text    text text     text text      404      text     404       404       404    404     404  text    404      404     404    404
            items/submit-item         text    text text     text text      404      text     404       404       404    404     404  text    404      404     404    404
            items/my-item             200     200  200      200  200       text     text     text      text      200    200     200  text    200      200     text   text
            items/withdraw-item       200     200  200      200  200       200      200      302       302       302    302     302  302     302      302     302    302
            items/likeness:ask        200     200  200      200  200       200      200      200       200       200    200     200  200     200      200     200    200
            replies/feedback          404     404  404      404  404       404      404      404       404       404    404     404  text    text     200     text   text
            pm
            pipeline/item             404     404  404      404  404       text     text     text      text      text   text    404  text    text     text    text   text
            pipeline/item?            404     404  404      404  404       text     text     text      text      text   text    404  text    text     text    text   text
            pipeline/print-item       404     404  404      404  404       text     text     text      text      text   text    404  text    text     text    text   text
            pipeline/seen             404     404  404      404  404       200      200      200       200       200    200     404  200     200      200     200    200
            pipeline/name-editor      404     404  404      404  404       200      200      200       200       200    200     404  200     200      200     200    200
            pipeline/return-item      404     404  404      404  404       200      200      200       200       200    200     404  200     200      200     200    200
            pipeline/end-as-duplicate 404     404  404      404  404       200      200      200       200       200    200     404  200     200      200     200    200
            similarity/alike          404     404  404      404  404       200      200      200       200       200    200     404  200     200      200     200    200
            similarity/compare        404     404  404      404  404       text     text     text      text      text   text    404  text    text     text    text   text
            checks/signatures         404     404  404      404  404       200      200      200       200       200    200     404  200     200      200     200    200
            disclosures/author        404     404  404      404  404       200      200      200       200       200    200     404  200     200      200     200    200
            reviews/item              404     404  404      404  404       200      200      200       200       200    200     404  reason  reason   reason  reason reason
            checker
            checks/check              404     404  404      404  404       404      404      404       404       404    text    404  404     text     text    404    404
            checks/editorial          404     404  404      404  404       404      404      404       404       404    404     404  404     404      404     text   404
            named
            items/desk                -       -    -        -    -         -        -        -         -         -      -       -    -       -        -       -      200
            items/draft               -       -    -        -    -         -        -        -         -         -      -       -    -       -        -       -      text
            items/draft:save          -       -    -        -    -         -        -        -         -         -      -       -    -       -        -       -      text
            items/candidate-view      -       -    -        -    -         -        -        -         -         -      -       -    -       -        -       -      text
            items/draft-history       -       -    -        -    -         -        -        -         -         -      -       -    -       -        -       -      200
            items/draft-history?      -       -    -        -    -         -        -        -         -         -      -       -    -       -        -       -      404
            items/submit-item         -       -    -        -    -         -        -        -         -         -      -       -    -       -        -       -      text
            items/my-item             -       -    -        -    -         -        -        -         -         -      -       -    -       -        -       -      text
            items/withdraw-item       -       -    -        -    -         -        -        -         -         -      -       -    -       -        -       -      302
            items/likeness:ask        -       -    -        -    -         -        -        -         -         -      -       -    -       -        -       -      200
            replies/feedback          -       -    -        -    -         -        -        -         -         -      -       -    -       -        -       -      text
            checks/check              404     404  404      404  404       404      404      404       404       404    text    404  404     text     text    404    404
            checks/editorial          404     404  404      404  404       404      404      404       404       404    404     404  404     404      404     text   404
            """;

    /** Shows what a group decided about an item and why, without its text: who reads that is in the access record, too. */
    private static final String TELLS_REASONS = "reviews/item";

    /** Of no one item: they never show text, whoever asks. */
    private static final List<String> LISTS = List.of(
            "checks/checklist",
            "checks/checklists",
            "checks/edit-checklist",
            "checks/queue",
            "disclosures/asked",
            "items/my-items",
            "items/start-item",
            "pipeline/export",
            "pipeline/export-seen",
            "pipeline/extend-writing",
            "pipeline/item-list",
            "pipeline/pipeline",
            "pipeline/seen-list",
            "pipeline/set-check",
            "pipeline/targets",
            "pipeline/waivers",
            "replies/feedback-list",
            "reviews/group",
            "reviews/lead",
            "reviews/live",
            "reviews/my-reviews",
            "reviews/pings",
            "reviews/reviewer-list",
            "reviews/round-list",
            "reviews/schedule",
            "reviews/schedule-preview",
            "reviews/session",
            "similarity/enemies",
            "similarity/pairs");

    private enum Who {
        AUTHOR,
        /** Without the agreement in force. */
        AUTHOR_WHO_DID_NOT_ACCEPT,
        /** With a session that was ended. */
        AUTHOR_SIGNED_OUT,
        /** With a seat in the same workshop. */
        SEATED,
        SME_ELSEWHERE,
        PM,
        PM_ELSEWHERE,
        /** With the duty of an editor for the exam; so has the author, to whom it is of no use here. */
        CHECKER,
        /** With the same duty, and named once the author was passed over. */
        NAMED_EDITOR,
        ADMIN,
        /** With an application begun in the same browser. */
        APPLICANT,
        ANONYMOUS
    }

    /** Who has to do with the item or its exam: asked at every moment, everybody else at three. */
    private static final Set<Who> INSIDERS =
            EnumSet.of(Who.AUTHOR, Who.SEATED, Who.PM, Who.PM_ELSEWHERE, Who.CHECKER, Who.NAMED_EDITOR);

    private static final Set<String> MOMENTS_OF_ALL = Set.of("open", "handedIn", "revised");

    private static final Map<Who, HttpUser> PEOPLE = new EnumMap<>(Who.class);
    private static final List<UUID> EVENTS = new ArrayList<>();
    private static final List<UUID> ITEMS = new ArrayList<>();
    private static final Map<String, Integer> OF_NO_ITEM = new LinkedHashMap<>();
    private static PortalServer server;
    private static Rig rig;
    private static WrittenItems items;
    private static Caller author;
    private static Caller seated;
    private static Caller pm;
    private static Caller named;
    private static UUID other;

    @BeforeAll
    static void open() {
        server = PortalServer.shared();
        rig = server.rig();
        items = new WrittenItems(rig);
        author = sme("matrix.author@example.org");
        seated = sme("matrix.seated@example.org");
        PEOPLE.put(Who.AUTHOR_SIGNED_OUT, HttpUser.signedIn(server, "matrix.author@example.org"));
        rig.update("delete from user_session where account_id = ?1", author.accountId());
        PEOPLE.put(Who.AUTHOR, HttpUser.signedIn(server, "matrix.author@example.org"));
        PEOPLE.put(Who.AUTHOR_WHO_DID_NOT_ACCEPT, PEOPLE.get(Who.AUTHOR));
        PEOPLE.put(Who.SEATED, HttpUser.signedIn(server, "matrix.seated@example.org"));
        PEOPLE.put(Who.SME_ELSEWHERE, HttpUser.signedIn(server, "newcomer@example.org"));
        pm = pm("matrix.pm@example.org", "SAP-C01");
        pm("matrix.pm.elsewhere@example.org", "SAA-C02");
        PEOPLE.put(Who.PM, HttpUser.signedIn(server, "matrix.pm@example.org"));
        PEOPLE.put(Who.PM_ELSEWHERE, HttpUser.signedIn(server, "matrix.pm.elsewhere@example.org"));
        Caller checker = sme("matrix.checker@example.org");
        named = sme("matrix.named@example.org");
        for (Caller one : List.of(checker, named, author)) {
            rig.update("""
                    insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                    select ?1, id, 'EDITOR', 'test', now(6) from exam where code = 'SAP-C01'""", one.accountId());
        }
        PEOPLE.put(Who.CHECKER, HttpUser.signedIn(server, "matrix.checker@example.org"));
        PEOPLE.put(Who.NAMED_EDITOR, HttpUser.signedIn(server, "matrix.named@example.org"));
        PEOPLE.put(Who.ADMIN, HttpUser.signedIn(server, "admin@example.org"));
        PEOPLE.put(Who.APPLICANT, HttpUser.anonymous(server));
        PEOPLE.get(Who.APPLICANT).get("/apply/form");
        PEOPLE.put(Who.ANONYMOUS, HttpUser.anonymous(server));
        other = items.submitted(seated, workshop(seated), 2);
        ITEMS.add(other);
    }

    /** Leaves nothing in the lists of the demo. */
    @AfterAll
    static void clear() {
        ITEMS.forEach(item -> set(item, "status = 'REJECTED', editorial_revision = null"));
        EVENTS.forEach(
                event -> rig.update("update event set status = 'CANCELLED' where public_id = ?1", event.toString()));
        rig.update("delete from exam_duty where granted_by = 'test'");
    }

    private static Caller sme(String email) {
        return Rigs.author(rig, server.account(email, "Desk Writer", "SME"), email);
    }

    private static Caller pm(String email, String exam) {
        long account = server.account(email, "Petra Matrix", "PM");
        rig.update("""
                insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                select ?1, id, 'PM', 'test', now(6) from exam where code = ?2""", account, exam);
        return Rig.caller(account, "Petra Matrix", "Europe/Berlin", Role.PM);
    }

    private static UUID workshop(Caller... seated) {
        UUID event = Rigs.workshop(rig, seated[0]);
        EVENTS.add(event);
        for (Caller one : List.of(seated).subList(1, seated.length)) {
            rig.update("""
                    insert into invitation (public_id, event_id, sme_id, status, wave, seat_pool_id, holds_seat, nonce,
                        created_at)
                    select uuid(), e.id, s.id, 'ACCEPTED', 1, p.id, true, 'n', utc_timestamp(6)
                    from event e join seat_pool p on p.event_id = e.id join sme s on s.account_id = ?2
                    where e.public_id = ?1""", event.toString(), one.accountId());
        }
        return event;
    }

    /** One line of the table: an address, and what it answers at each moment. */
    private record Line(String address, Who of, Map<String, String> answers) {
        /** Asks about the item; what is after a colon is sent by a script. */
        HttpResponse<String> ask(HttpUser user, UUID item) {
            String path = "/app/" + address.replaceFirst("[:?].*", "") + "/" + item;
            return switch (address) {
                case "items/draft:save" ->
                    user.postJson(path, "{\"writer\":\"%s\",\"known\":0,\"changes\":[]}".formatted(OTHER_WRITER));
                case "items/likeness:ask" -> user.postJson(path, "{}");
                case "items/draft-history?" -> user.get(path + "?state=1");
                case "pipeline/item?" -> user.get(path + "?revision=1");
                case "checks/check" -> user.get(path + "/EDITOR");
                case "similarity/compare" -> user.get(path + "/" + other);
                default -> user.get(path);
            };
        }

        boolean isOf(Who who) {
            return who == of;
        }
    }

    private static List<Line> lines() {
        List<String> moments = List.of();
        List<Line> lines = new ArrayList<>();
        Who of = Who.AUTHOR;
        for (String text : TABLE.lines().toList()) {
            List<String> cells = Arrays.asList(text.strip().split("\\s+"));
            if (cells.get(0).equals("author")) {
                moments = cells.subList(1, cells.size());
            } else if (cells.get(0).equals("pm")) {
                of = Who.PM;
            } else if (cells.get(0).equals("checker")) {
                of = Who.CHECKER;
            } else if (cells.get(0).equals("named")) {
                of = Who.NAMED_EDITOR;
            } else {
                Map<String, String> answers = new LinkedHashMap<>();
                for (int i = 0; i < moments.size(); i++) {
                    answers.put(moments.get(i), cells.get(i + 1));
                }
                lines.add(new Line(cells.get(0), of, answers));
            }
        }
        return lines;
    }

    static Set<String> moments() {
        return lines().get(0).answers().keySet();
    }

    @Test
    void everyAddressOfItemsIsInTheTable() {
        Set<String> known = lines().stream()
                .map(line -> line.address().replaceFirst("[:?].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(LISTS);
        List<String> all = Stream.concat(SecurityMatrix.pages().stream(), SecurityMatrix.endPoints().stream())
                .filter(path -> path.startsWith(PageAccess.SIGNED_IN))
                .toList();
        assertThat(all.stream()
                        .filter(path ->
                                path.matches("/app/(items|pipeline|replies|reviews|similarity|checks|disclosures)/.*")
                                        || showsPaper(path))
                        .map(path -> path.substring(PageAccess.SIGNED_IN.length())))
                .as("whoever may read them, say so in the table or the list above")
                .containsExactlyInAnyOrderElementsOf(known);
    }

    /** Whether the page shows the text of an item by the tags that are there for it, in whatever folder it lies. */
    private static boolean showsPaper(String path) {
        Path file = Path.of("src", "main", "webapp", path.substring(1) + ".xhtml");
        try {
            return Files.exists(file)
                    && Files.readString(file).matches("(?s).*(<t:paper|<t:watermark|similar-item|item-changes).*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("moments")
    void theTextIsShownToWhomTheTableSaysAndToNobodyElse(String moment) {
        UUID item = at(moment);
        SoftAssertions findings = new SoftAssertions();
        for (Who who : MOMENTS_OF_ALL.contains(moment) ? EnumSet.allOf(Who.class) : INSIDERS) {
            as(
                    who,
                    () -> linesOf(who).forEach(line -> {
                        String cell = line.isOf(who) ? line.answers().get(moment) : "-";
                        String expected = "-".equals(cell) ? ofNoItem(line, who) : cell;
                        findings.assertThat(answer(line, who, item))
                                .as("%s %s for %s", moment, line.address(), who)
                                .isEqualTo(expected);
                    }));
        }
        if (moment.equals("over") && !status(item).equals("DRAFT")) {
            // the hourly sweep of drafts came in between
            theTextIsShownToWhomTheTableSaysAndToNobodyElse(moment);
            return;
        }
        findings.assertAll();
    }

    /** One line for each address: their own, or that of whom it is for. */
    private static List<Line> linesOf(Who who) {
        Set<String> own = lines().stream()
                .filter(line -> line.isOf(who))
                .map(Line::address)
                .collect(Collectors.toSet());
        return lines().stream()
                .filter(line -> line.isOf(who) || !own.contains(line.address()))
                .toList();
    }

    private static String status(UUID item) {
        return (String) rig.rows("select status from item where public_id = ?1", item.toString())
                .get(0);
    }

    /** "text" when it was shown and is in the access record once, else the status; what is neither is said in words. */
    private static String answer(Line line, Who who, UUID item) {
        long before = views(item);
        HttpResponse<String> response = line.ask(PEOPLE.get(who), item);
        long rows = views(item) - before;
        String all = response.headers().map() + response.body();
        boolean shown = all.contains(HANDED_IN) || all.contains(DRAFTED);
        if (all.contains(DRAFTED) && !(line.isOf(who) && DRAFTERS.contains(who))) {
            return response.statusCode() + " with the draft of the author";
        }
        if (!shown && rows == 1 && line.address().equals(TELLS_REASONS)) {
            return "reason";
        }
        if (rows != (shown ? 1 : 0)) {
            return response.statusCode() + (shown ? " with" : " without") + " text, rows of the access record: " + rows;
        }
        return shown && response.statusCode() == 200 ? "text" : response.statusCode() + (shown ? " with text" : "");
    }

    private static long views(UUID item) {
        return rig.count(
                "select count(*) from item_view v join item i on i.id = v.item_id where i.public_id = ?1",
                item.toString());
    }

    /** What is answered about an item that is none. */
    private static String ofNoItem(Line line, Who who) {
        int status = OF_NO_ITEM.computeIfAbsent(
                line.address() + " " + who,
                unknown -> line.ask(PEOPLE.get(who), UUID.randomUUID()).statusCode());
        assertThat(status).as("%s of no item for %s", line.address(), who).isIn(302, 403, 404);
        return Integer.toString(status);
    }

    private static void as(Who who, Runnable asking) {
        if (who != Who.AUTHOR_WHO_DID_NOT_ACCEPT) {
            asking.run();
            return;
        }
        rig.update("delete from agreement_acceptance where account_id = ?1", author.accountId());
        try {
            asking.run();
        } finally {
            server.accept(Long.parseLong(String.valueOf(author.accountId())));
        }
    }

    /** An item of the author at that moment of its life. */
    private static UUID at(String moment) {
        UUID event = workshop(author, seated);
        UUID item = items.started(author, event, 2);
        ITEMS.add(item);
        items.fill(author, item, text(HANDED_IN));
        if (List.of(
                        "handedIn",
                        "returned",
                        "withdrawn",
                        "duplicate",
                        "closed",
                        "checked",
                        "revised",
                        "accepted",
                        "settled",
                        "edited",
                        "handedOver")
                .contains(moment)) {
            items.submit(author, item);
        }
        JudgeSubmission.Judgement judgement = new JudgeSubmission.Judgement(item, 1, "Say which queue it is.");
        switch (moment) {
            case "planned" -> move(event, "1 day");
            case "over" -> move(event, "-20 day");
            case "extended" -> {
                move(event, "-20 day");
                set(item, "write_until = utc_timestamp(6) + interval 1 day");
            }
            case "cancelled" ->
                rig.update("update event set status = 'CANCELLED' where public_id = ?1", event.toString());
            case "returned" -> {
                rig.as(pm, () -> rig.get(JudgeSubmission.class).giveBack(judgement));
                items.fill(author, item, text(HANDED_IN + " and " + DRAFTED));
            }
            case "withdrawn", "gone" ->
                rig.as(author, () -> rig.get(WithdrawItem.class).withdraw(item));
            case "duplicate" -> rig.as(pm, () -> rig.get(JudgeSubmission.class).duplicate(judgement));
            case "closed" -> {
                rig.as(pm, () -> rig.get(JudgeSubmission.class).duplicate(judgement));
                set(item, "status_since = utc_timestamp(6) - interval 15 day");
            }
            case "checked" -> set(item, "status = 'QC1'");
            case "revised", "handedOver" -> {
                Reviewed.revised(rig, pm, item, "Say which queue it is.", "Is it " + HANDED_IN + "?");
                items.fill(author, item, text(HANDED_IN + " and " + DRAFTED));
                if (moment.equals("handedOver")) {
                    UUID editor = UUID.fromString(
                            (String) rig.rows("select public_id from account where id = ?1", named.accountId())
                                    .get(0));
                    rig.as(pm, () -> rig.get(NameEditor.class).name(new NameEditor.Naming(item, 1, editor)));
                }
            }
            case "edited" -> {
                Reviewed.revised(rig, pm, item, "Say which queue it is.", "Is it " + HANDED_IN + "?");
                rig.update(
                        "update review_comment set blocking = false where entry_id in ("
                                + "select n.id from review_entry n join item i on i.id = n.item_id where i.public_id = ?1)",
                        item.toString());
                items.fill(author, item, text(HANDED_IN + " now"));
                items.submitAsEditorial(author, item);
            }
            case "accepted", "settled" -> {
                Reviewed.decided(rig, item, "ACCEPT", "Clear.", "Is it " + HANDED_IN + "?");
                set(item, "status = 'QC1'");
                if (moment.equals("settled")) {
                    rig.update(
                            "update review_entry n join item i on i.id = n.item_id"
                                    + " set n.decided_at = n.decided_at - interval 15 day where i.public_id = ?1",
                            item.toString());
                }
            }
            default -> assertThat(moment).isIn("open", "handedIn");
        }
        return item;
    }

    private static void set(UUID item, String what) {
        rig.update("update item set " + what + " where public_id = ?1", item.toString());
    }

    private static void move(UUID event, String by) {
        rig.update(
                "update event set starts_at = starts_at + interval %1$s, ends_at = ends_at + interval %1$s where public_id = ?1"
                        .formatted(by),
                event.toString());
    }

    private static ItemText text(String word) {
        ItemText text = WrittenItems.text(ITEMS.size());
        return new ItemText(
                text.scenario() + " They call it " + word + ".", text.question(), text.options(), text.references());
    }

    /** Lists, exports, the trail, one's own data: whatever of the portal opens without naming an item. */
    @Test
    void noOtherPageShowsTheTextToAnybody() {
        UUID item = at("returned");
        long before = views(item);
        SoftAssertions findings = new SoftAssertions();
        List<String> paths = new ArrayList<>(SecurityMatrix.lines().stream()
                .filter(line -> !line.showsOneThing() && PageAccess.isProtected(line.path()))
                .map(SecurityMatrix.Line::path)
                .toList());
        paths.addAll(List.of(
                "/app/pipeline/item-list?event=" + EVENTS.get(EVENTS.size() - 1),
                "/app/pipeline/export?exam=SAP-C01",
                "/app/pipeline/export-seen?exam=SAP-C01",
                "/app/pipeline/targets/SAP-C01",
                "/app/pipeline/extend-writing/" + EVENTS.get(EVENTS.size() - 1),
                "/app/audit/trail?subject=item:" + item));
        for (Who who : List.of(Who.AUTHOR, Who.SEATED, Who.PM, Who.PM_ELSEWHERE, Who.CHECKER, Who.ADMIN)) {
            for (String path : paths) {
                HttpResponse<String> response = PEOPLE.get(who).get(path);
                findings.assertThat(response.headers().map() + response.body())
                        .as("%s for %s", path, who)
                        .doesNotContain(HANDED_IN, DRAFTED);
            }
        }
        findings.assertThat(views(item)).as("rows of the access record").isEqualTo(before);
        findings.assertAll();
    }
}

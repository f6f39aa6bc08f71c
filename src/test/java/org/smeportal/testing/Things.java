package org.smeportal.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The things of the demo that pages show, and where their addresses stand. What is one's own is sme@example.org's. */
public final class Things {
    /** Pages that show one thing: a query that finds some, and what stands before and after it in the address. */
    public static final Map<String, String> QUERIES = things();

    /** Pages that one comes to without a thing as well. */
    public static final Set<String> ALSO_ALONE = Set.of(
            "/app/accounts/account-edit",
            "/app/changes/modality",
            "/app/events/conflicts",
            "/app/events/event-edit",
            "/app/smes/sme-edit",
            "/app/tasks/tell-task",
            "/app/venues/venue-edit");

    private Things() {}

    /** The page with each of its things. */
    public static List<String> addresses(Rig rig, String page) {
        return rig.rows(QUERIES.get(page)).stream()
                .map(thing -> page + (thing.toString().startsWith("?") ? "" : "/") + thing)
                .toList();
    }

    private static Map<String, String> things() {
        String anyEvent = "select public_id from event where status = 'INVITING' order by starts_at limit 2";
        Map<String, String> things = new LinkedHashMap<>();
        things.put("/badges", "select public_id from award order by id limit 1");
        things.put("/app/accounts/account-edit", "select public_id from account where email = 'sme@example.org'");
        things.put("/app/accounts/remove-factor", "select public_id from account where email = 'pm@example.org'");
        things.put("/app/agreements/acceptance-list", "select public_id from agreement where state = 'PUBLISHED'");
        things.put("/app/agreements/publish-agreement", "select public_id from agreement order by number desc limit 1");
        things.put(
                "/app/applications/apply-invite",
                "select public_id from apply_invite order by label is null, id limit 2");
        things.put("/app/applications/application", """
                select public_id from application where confirmed_at is not null
                order by disagreement desc, scores_in desc, id limit 4""");
        things.put("/app/applications/compare", """
                select concat('?pick=', min(public_id), '&pick=', max(public_id)) from application
                where state = 'SUBMITTED'""");
        things.put("/app/applications/decide", """
                select concat('?pick=', public_id) from application where live_key is not null
                order by decision is null, id limit 2""");
        things.put(
                "/app/applications/publication", "select public_id from application_publication order by id limit 2");
        things.put("/app/attendance/board", """
                select public_id from event where status = 'INVITING' or status = 'RUNNING'
                   or id = (select max(event_id) from attendance_result) order by starts_at desc limit 6""");
        things.put("/app/attendance/correct", """
                select concat(e.public_id, '/', s.public_id) from attendance_result r join event e on e.id = r.event_id
                join sme s on s.id = r.sme_id order by e.id limit 1""");
        things.put("/app/badges/revoke", "select public_id from award where state = 'ACTIVE' order by id limit 1");
        things.put("/app/changes/change", "select public_id from event_change order by id limit 1");
        things.put(
                "/app/changes/modality",
                "select concat('?event=', public_id) from event where status = 'INVITING' order by starts_at limit 3");
        things.put("/app/changes/new-date", anyEvent);
        things.put("/app/changes/postpone", anyEvent);
        things.put("/app/events/agenda-edit", anyEvent);
        things.put("/app/events/cancel-event", anyEvent);
        things.put("/app/events/event", "select public_id from event order by starts_at desc limit 6");
        things.put("/app/events/conflicts", anyEvent);
        things.put("/app/events/event-edit", anyEvent);
        things.put("/app/events/plan-again", anyEvent);
        things.put("/app/invitations/invite", anyEvent);
        String ownDraft = """
                select i.public_id from item i join item_author a on a.item_id = i.id join sme s on s.id = a.sme_id
                where s.email = 'sme@example.org' and i.status = 'DRAFT' order by i.revision desc, i.code limit 2""";
        things.put("/app/items/desk", ownDraft);
        things.put("/app/items/draft", ownDraft);
        things.put("/app/items/candidate-view", ownDraft);
        things.put("/app/items/draft-history", ownDraft);
        things.put("/app/items/submit-item", ownDraft);
        things.put("/app/items/withdraw-item", ownDraft);
        things.put("/app/items/my-item", """
                select i.public_id from item i join item_author a on a.item_id = i.id join sme s on s.id = a.sme_id
                where s.email = 'sme@example.org' order by i.status, i.code limit 5""");
        things.put("/app/linter/rule", "select 'L12'");
        things.put("/app/invitations/panel", anyEvent);
        things.put("/app/invitations/my-event", """
                select i.public_id from invitation i join sme s on s.id = i.sme_id
                where s.email = 'sme@example.org' order by i.id desc limit 2""");
        things.put("/app/invitations/send-invitations", """
                select concat(e.public_id, '?pick=', s.public_id) from event e join sme s
                where e.status = 'PLANNED' and s.state = 'ACTIVE' order by s.id limit 1""");
        things.put(
                "/app/invitations/withdraw",
                "select public_id from invitation where status = 'SENT' order by id desc limit 1");
        String withRooms = "select public_id from event where id = (select max(event_id) from event_room)";
        things.put("/app/online/day", withRooms);
        things.put("/app/online/help", withRooms);
        things.put("/app/online/help-request", "select public_id from help_request order by id limit 3");
        things.put("/app/online/rooms", withRooms);
        things.put("/app/online/book-call", """
                select concat(e.public_id, '/', s.public_id) from help_request h join event e on e.id = h.event_id
                join sme s on s.id = h.sme_id order by h.id limit 1""");
        things.put("/app/online/move-call", "select public_id from follow_up_call order by id limit 1");
        things.put("/app/feedback/give", """
                select e.public_id from attendance_result r join event e on e.id = r.event_id
                join sme s on s.id = r.sme_id where s.email = 'sme@example.org' order by e.id desc limit 1""");
        things.put(
                "/app/feedback/summary",
                "select public_id from event where id = (select max(event_id) from feedback) or status = 'PLANNED'");
        things.put(
                "/app/notifications/message",
                "select id from outbox_message where kind not like 'item-%' order by id desc limit 2");
        things.put("/app/venues/venue", "select public_id from venue order by id limit 2");
        things.put("/app/venues/venue-edit", "select public_id from venue order by id limit 1");
        things.put("/app/practical/host", """
                select e.public_id from event e where e.modality <> 'VIRTUAL' and e.status = 'INVITING' limit 2""");
        things.put("/app/practical/practical", """
                select concat('?event=', e.public_id) from event e join invitation i on i.event_id = e.id
                join sme s on s.id = i.sme_id where s.email = 'sme@example.org' and i.status = 'ACCEPTED'
                order by e.starts_at desc limit 3""");
        things.put("/app/practical/practical-edit", anyEvent);
        things.put("/app/practical/travel-note", """
                select concat(e.public_id, '/', s.public_id) from invitation i join event e on e.id = i.event_id
                join sme s on s.id = i.sme_id where i.status = 'ACCEPTED' order by i.id desc limit 1""");
        things.put("/app/tasks/ask-task", "select public_id from sme where email = 'sme@example.org'");
        things.put("/app/tasks/drop-task", "select public_id from sme_task order by state limit 2");
        things.put("/app/tasks/tell-task", """
                select t.public_id from sme_task t join sme s on s.id = t.sme_id
                where s.email = 'sme@example.org' and t.state = 'OPEN' limit 1""");
        things.put("/app/privacy/delete-sme", "select public_id from sme where email = 'sme@example.org'");
        things.put(
                "/app/similarity/alike",
                "select i.public_id from item i join exam x on x.id = i.exam_id where i.status = 'SUBMITTED' and x.code = 'SAA-C02' order by i.code limit 1");
        things.put("/app/similarity/compare", """
                select concat(min(public_id), '/', max(public_id)) from item where status = 'SUBMITTED'
                group by exam_id having count(*) > 1 limit 1""");
        things.put("/app/smes/bulk-smes", "select concat('?act=PAUSE&pick=', public_id) from sme order by id limit 2");
        things.put("/app/smes/sme", "select public_id from sme where email = 'sme@example.org'");
        things.put("/app/smes/sme-edit", "select public_id from sme where email = 'sme@example.org'");
        things.put("/app/exams/duties-edit", "select public_id from account where email = 'sme@example.org'");
        things.put(
                "/app/notifications/message-html",
                "select id from outbox_message where kind not like 'item-%' order by id desc limit 1");
        things.put("/app/online/news", withRooms);
        things.put("/app/practical/arrivals", anyEvent);
        things.put("/app/years/picture", "select '?year=2020'");
        String handedIn = """
                select i.public_id from item i join exam x on x.id = i.exam_id
                where i.status = 'SUBMITTED' and x.code = 'SAA-C02' order by i.code limit 2""";
        things.put("/app/checks/signatures", handedIn);
        String lists =
                "select concat(duty, '/', number) from checklist where duty = 'FAIRNESS' order by number limit 1";
        things.put("/app/checks/checklist", lists);
        things.put("/app/checks/edit-checklist", lists);
        things.put("/app/checks/check", """
                        select concat(i.public_id, '/EDITOR') from item i join exam x on x.id = i.exam_id
                            join review_entry n on n.item_id = i.id and n.outcome = 'ACCEPT'
                        where i.status = 'QC1' and x.code = 'SAA-C02' order by n.id limit 1""");
        things.put("/app/checks/editorial", """
                select i.public_id from item i join exam x on x.id = i.exam_id
                where i.editorial_revision is not null and x.code = 'SAA-C02' order by i.id limit 1""");
        things.put("/app/disclosures/author", """
                select i.public_id from item i join exam x on x.id = i.exam_id left join author_disclosure d on d.item_id = i.id
                where i.revision > 0 and x.code = 'SAA-C02' order by d.id is null, d.id limit 2""");
        things.put("/app/pipeline/item", handedIn);
        things.put("/app/pipeline/print-item", handedIn);
        things.put("/app/pipeline/seen", """
                select i.public_id from item i join exam x on x.id = i.exam_id
                where i.revision > 0 and x.code = 'SAA-C02' order by (select count(distinct v.kind) from item_view v
                    where v.item_id = i.id and v.kind <> 'WRITE') desc, i.id limit 2""");
        things.put("/app/pipeline/name-editor", """
                select i.public_id from item i join exam x on x.id = i.exam_id
                where i.status in ('REVISION', 'SUBMITTED') and x.code = 'SAA-C02' and i.editorial_revision is null
                order by i.status, i.id limit 1""");
        things.put("/app/pipeline/return-item", handedIn);
        things.put("/app/pipeline/end-as-duplicate", handedIn);
        String reviewed = """
                select s.public_id from review_session s join review_member m on m.session_id = s.id
                    join account a on a.id = m.account_id where a.email = 'sme@example.org' order by s.id limit 1""";
        things.put("/app/replies/feedback", """
                select i.public_id from review_entry n join item i on i.id = n.item_id join item_author a on a.item_id = i.id
                    join sme s on s.id = a.sme_id
                where s.email = 'sme@example.org' and n.state = 'DECIDED' order by n.outcome desc, n.id limit 2""");
        things.put("/app/reviews/session", reviewed);
        things.put("/app/reviews/lead", reviewed);
        things.put("/app/reviews/live", reviewed);
        things.put("/app/reviews/pings", reviewed);
        // of the demo's own event: tests of pages leave groups of other exams
        things.put("/app/reviews/group", """
                with own as (select s.id, s.public_id, s.state from review_session s join review_round r on r.id = s.round_id
                    where r.event_id = (select min(event_id) from review_round))
                select public_id from own where id in (select min(id) from own where state = 'PLANNED'
                    union select max(id) from own where state <> 'PLANNED')""");
        things.put("/app/reviews/item", """
                select i.public_id from review_entry n join item i on i.id = n.item_id
                order by n.outcome is null, n.id limit 2""");
        things.put("/app/reviews/schedule-preview", """
                select concat('?event=', e.public_id, '&groups=2&pick=', (select min(i.public_id) from item i
                    where i.exam_id = e.exam_id and i.status = 'SUBMITTED'))
                from event e where e.id = (select min(event_id) from review_round)""");
        things.put("/app/pipeline/targets", "select code from exam where code = 'SAP-C01'");
        things.put("/app/pipeline/extend-writing", """
                select e.public_id from event e join exam x on x.id = e.exam_id where e.kind = 'WORKSHOP'
                    and e.status not in ('DRAFT', 'CANCELLED') and x.code = 'SAP-C01' order by e.starts_at desc limit 1""");
        things.put("/app/practical/badges", """
                select e.public_id from event e join invitation i on i.event_id = e.id and i.status = 'ACCEPTED'
                where e.modality = 'IN_PERSON' and e.status = 'INVITING' order by e.starts_at limit 1""");
        return things;
    }
}

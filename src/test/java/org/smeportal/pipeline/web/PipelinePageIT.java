package org.smeportal.pipeline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.items.WrittenItems;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Pictures;
import org.smeportal.testing.Rig;

/** A programme manager finds what was handed in, reads it, gives it back, prints, and sees who looked (R5.3, R8.2, R9.3). */
class PipelinePageIT extends PageTest {
    private static final String PM = "pipeline.pm@example.org";
    private static final String AUTHOR = "pipeline.author@example.org";
    private static final String NAME = "Aurelia Hidden";
    private long pm;
    private String exam = "";
    private UUID workshop = new UUID(0, 0);

    @AfterEach
    void over() {
        portal.rig().update("update event set status = 'CANCELLED' where public_id = ?1", workshop.toString());
        portal.rig().update("delete from exam_duty where account_id = ?1", pm);
    }

    @Test
    void fromThePipelineToTheItemBackToItsAuthor() {
        WrittenItems items = prepare();
        Caller author = author();
        UUID item = items.submitted(author, workshop, 1);
        UUID other = items.submitted(author, workshop, 2);
        items.started(author, workshop, 1);

        signIn(page, "/app/pipeline/pipeline?exam=" + exam, PM, PASSWORD);
        assertThat(page.locator(".pipeline tbody tr").first()).containsText("1.");
        axe(page);
        picture("pipeline");
        page.locator(".pipeline tbody tr")
                .first()
                .locator("a", has("Submitted"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*domain=1&state=SUBMITTED"));
        page.navigate("/app/pipeline/item-list?state=SUBMITTED&event=" + workshop);
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("#content")).not().containsText(NAME);
        axe(page);
        picture("list");
        page.navigate("/app/pipeline/item/" + item);
        assertThat(page.locator(".paper .says-question")).containsText("LEAST effort");
        assertThat(page.locator(".option.right")).containsText("Key");
        assertThat(page.locator(".watermark").getAttribute("data-code")).matches("[2-9A-Z]{8}");
        assertThat(page.content()).doesNotContain(NAME);
        axe(page);
        picture("item");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".paper .says-question")).isHidden();
        assertThat(page.locator(".paper-only")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        page.locator(".bar a.primary").click();
        page.locator("#save").click();
        assertThat(page.locator(".field-error")).containsText("why");
        page.locator("#reason").fill("Say which queue it is.");
        axe(page);
        picture("return");
        page.locator("#save").click();
        assertThat(page.locator(".messages")).containsText("went back to its author");
        page.navigate("/app/pipeline/item-list?state=SUBMITTED&event=" + workshop);
        assertThat(page.locator("tbody tr")).hasCount(1);

        items.fill(author, item, WrittenItems.text(777));
        items.submit(author, item);
        page.navigate("/app/pipeline/item/" + item);
        assertThat(page.locator("section:has(#comments) .pill.warn")).hasText("about revision 1, the item is at 2");
        assertThat(page.locator(".difference ins").first()).isVisible();
        axe(page);
        picture("item-revised");
        page.locator("#print").click();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".paper .says-question")).isVisible();
        assertThat(page.locator(".watermark")).isVisible();
        picture("print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.navigate("/app/pipeline/seen/" + item);
        assertThat(page.locator("tbody tr").first()).containsText("Printed");
        assertThat(page.locator("tbody")).containsText("Petra Pipeline");
        assertThat(page.locator("tbody")).not().containsText(NAME);
        axe(page);
        picture("seen");

        Page phone = phone();
        signIn(phone, "/app/pipeline/pipeline?exam=" + exam, PM, PASSWORD);
        for (String path : List.of(
                "pipeline?exam=" + exam,
                "item-list?event=" + workshop,
                "item/" + other,
                "end-as-duplicate/" + other,
                "targets/" + exam,
                "extend-writing/" + workshop,
                "seen-list",
                "waivers")) {
            phone.navigate("/app/pipeline/" + path);
            axe(phone);
            Pictures.take(phone, "phone-" + path.replaceAll("[/?].*", "") + ".png");
        }
    }

    @Test
    void targetsAreTypedInOneFormAndShowWhatIsMissing() {
        prepare();
        signIn(page, "/app/pipeline/targets/" + exam, PM, PASSWORD);
        page.locator("#wanted1").fill("many");
        page.locator("#save").click();
        assertThat(page.locator(".messages")).containsText("has no whole number");
        assertThat(page.locator("#wanted1")).hasValue("many");
        page.locator("#wanted1").fill("4321");
        axe(page);
        page.locator("#save").click();
        assertThat(page.locator(".pipeline tbody tr").first()).containsText("of 4,321");
        page.navigate("/app/home");
        assertThat(page.locator("section:has(#items)")).containsText(exam);
        axe(page);
        picture("home");
        page.navigate("/app/pipeline/extend-writing/" + workshop);
        assertThat(page.locator("#content")).containsText("Nobody has a draft");
        portal.rig().update("delete from item_target where items = 4321");
    }

    @Test
    void aForecastSaysWhatWillStandAndHowAndAnEventAndAWaivedRuleLeadToTheItems() {
        WrittenItems items = prepare();
        Caller author = author();
        UUID item = items.submitted(author, workshop, 1);
        items.started(author, workshop, 1);
        long through = of(exam, "QC1");
        long rejected = of(exam, "REJECTED");
        history();
        portal.rig().update("""
                insert into revision_finding (revision_id, place, rule, level, field, waiver)
                select r.id, 90, 'L8', 'WARNING', 'options', '-' from item_revision r join item i on i.id = r.item_id
                where i.public_id = ?1""", item.toString());
        signIn(page, "/app/pipeline/pipeline?exam=" + exam, PM, PASSWORD);
        Locator forecast = page.locator("#forecast");
        assertThat(forecast).containsText("after the coming workshops");
        forecast.locator("summary").click();
        assertThat(forecast)
                .containsText("of %d items that were decided on %d got through"
                        .formatted(24 + through + rejected, 18 + through));
        axe(page);
        picture("forecast");
        page.navigate("/app/home");
        assertThat(page.locator("section:has(#items)")).containsText("Probably");
        page.navigate("/app/pipeline/set-check?exam=" + exam + "&event=" + workshop);
        assertThat(page.locator("#content")).containsText("1 item was checked.");
        axe(page);
        page.navigate("/app/pipeline/set-check?exam=" + exam);
        picture("set-check");
        page.navigate("/app/events/event/" + workshop);
        assertThat(page.locator("section:has(#writing)")).containsText("Drafts are open until");
        axe(page);
        picture("event");
        page.locator("#more-time").click();
        assertThat(page).hasURL(Pattern.compile(".*/extend-writing/.*"));
        page.navigate("/app/pipeline/item-list?rule=L8&exam=" + exam);
        assertThat(page.locator("#content")).containsText("in whose present revision L8 was left as it is");
        assertThat(page.locator("#rule")).hasValue("L8");
        axe(page);
        assertThat(page.locator("tbody tr")).hasCount(1);
        picture("waived");
        page.navigate("/app/exams/exam-list");
        page.locator("#" + exam + " summary").first().click();
        assertThat(page.locator("#" + exam + " .tasks li").first()).containsText("item");
        axe(page);
        picture("exams");
        Page phone = phone();
        signIn(phone, "/app/home", PM, PASSWORD);
        for (String path : List.of(
                "pipeline/pipeline?exam=" + exam,
                "pipeline/set-check?exam=" + exam,
                "pipeline/waivers",
                "events/event/" + workshop,
                "exams/exam-list",
                "home")) {
            phone.navigate("/app/" + path);
            axe(phone);
            Pictures.take(
                    phone,
                    "phone-dark-" + path.replaceAll("[/?].*", "") + "-"
                            + path.replaceAll("[?].*", "").replaceAll(".*/", "").substring(0, 4) + ".png");
        }
        portal.rig().update("delete from item where code like 'F0%'");
        portal.rig().update("delete from item_target where items = 11");
        portal.rig().update("delete from revision_finding where place = 90");
    }

    /** Other tests of this run decided on some of its items, too. */
    private long of(String examCode, String status) {
        return portal.rig()
                .count(
                        "select count(*) from item i join exam x on x.id = i.exam_id"
                                + " where x.code = ?1 and i.status = ?2 and i.revision > 0",
                        examCode,
                        status);
    }

    /** Items that were decided on. */
    private void history() {
        portal.rig().update("""
                insert ignore into item_target (exam_id, event_id, domain, items)
                select x.id, 0, d.number, 11 from exam x join exam_domain d on d.exam_id = x.id where x.code = ?1""", exam);
        portal.rig().update("""
                insert into item (public_id, code, exam_id, domain, status, status_since, revision, created_at)
                select uuid(), concat('F', lpad(seq, 6, '0')), x.id, 1 + seq mod 3, if(seq <= 18, 'QC1', 'REJECTED'),
                    '2020-02-12', 1, '2020-02-10'
                from seq_1_to_24 join exam x on x.code = ?1""", exam);
    }

    private static Locator.LocatorOptions has(String words) {
        return new Locator.LocatorOptions().setHasText(words);
    }

    private void picture(String name) {
        page.evaluate("document.documentElement.dataset.theme = 'light'");
        Pictures.take(page, "pipeline-" + name + ".png");
    }

    /** A programme manager of one exam, and a workshop of it that is going on. */
    private WrittenItems prepare() {
        Rig rig = portal.rig();
        pm = account(PM, "Petra Pipeline", "PM");
        long examId = rig.count("select min(x.id) from exam x where x.code = 'AXS-C01'");
        exam = "AXS-C01";
        rig.update("""
                insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                values (?1, ?2, 'PM', 'test', now(6)) on duplicate key update duty = duty""", pm, examId);
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        EventPlan plan = new EventPlan(
                EventKind.WORKSHOP,
                examId,
                "Writing room of the pipeline",
                null,
                Modality.VIRTUAL,
                ZoneId.of("Europe/Berlin"),
                day,
                day,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                null,
                null,
                "https://meet.example.org/room",
                0,
                10,
                day.minusDays(2),
                LocalTime.NOON,
                pm);
        workshop = rig.as(
                Rig.caller(pm, "Petra Pipeline", "Europe/Berlin", Role.PM),
                () -> rig.get(PlanEvent.class).create(plan, "The day", true));
        Instant now = rig.clock().instant();
        rig.update(
                "update event set status = 'CONFIRMED', starts_at = ?2, ends_at = ?3, version = version + 1 where public_id = ?1",
                workshop.toString(),
                Sql.parameter(now.minus(Duration.ofHours(2))),
                Sql.parameter(now.plus(Duration.ofHours(8))));
        return new WrittenItems(rig);
    }

    private Caller author() {
        Rig rig = portal.rig();
        long account = account(AUTHOR, NAME, "SME");
        rig.update("""
                insert into sme (public_id, account_id, email, name, country, zone, state, joined_on, created_at)
                select uuid(), ?1, ?2, ?3, 'PT', 'Europe/Lisbon', 'ACTIVE', '2020-01-01', now(6) from (select 1) one
                where not exists (select 1 from sme where email = ?2)""", account, AUTHOR, NAME);
        rig.update("""
                insert into invitation (public_id, event_id, sme_id, status, wave, seat_pool_id, holds_seat, nonce, created_at)
                select uuid(), e.id, s.id, 'ACCEPTED', 1, (select min(p.id) from seat_pool p where p.event_id = e.id), true,
                    'n', now(6)
                from sme s join event e on e.public_id = ?1 where s.email = ?2""", workshop.toString(), AUTHOR);
        return Rig.caller(account, NAME, "Europe/Lisbon", Role.SME);
    }
}

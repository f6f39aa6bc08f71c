package org.smeportal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.invitations.PanelStory;
import org.smeportal.kernel.Forbidden;
import org.smeportal.testing.Rig;

/** What an SME takes along (R1.5): all that is held of them, nothing of others, no secrets. */
class OwnDataIT {
    private static Rig rig;
    private static PanelStory story;
    private static Traces mine;
    private static long event;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        story = new PanelStory(rig);
        rig.update("insert into exam (code, name, level, version_year) values ('SAP', 'Architect', 'Pro', 2020)");
        event = Traces.pastEvent(rig, pm());
        mine = new Traces(rig, "qzorax", event, pm());
        new Traces(rig, "wkiroy", event, pm());
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static long pm() {
        return story.pm.accountId() == null ? 0 : story.pm.accountId();
    }

    private static String export() {
        return rig.as(mine.caller(), () -> rig.get(ExportOwnData.class).json());
    }

    @Test
    void everyPartHasWhatIsHeldOfThem() {
        rig.as(mine.caller(), () -> {
            OwnDataQueries data = rig.get(OwnDataQueries.class);
            assertThat(data.sections(data.ofAccount(mine.account)))
                    .allSatisfy(section -> assertThat(section.parts())
                            .allSatisfy(part -> assertThat(part.rows())
                                    .as(section.name() + " " + part.name())
                                    .isNotEmpty()));
        });
        assertThat(export())
                .contains(
                        "qzorax@example.org",
                        "qzorax employer",
                        "qzorax diet",
                        "qzorax access",
                        "VEGAN",
                        "qzorax away",
                        "192.0.2.7",
                        "qzorax browser",
                        "SignIn.signIn",
                        "account-reset",
                        "qzorax motivation",
                        "qzorax convinced us",
                        "qzorax view",
                        "qzorax said yes",
                        "qzorax train",
                        "qzorax question",
                        "qzorax call",
                        "qzorax was there",
                        "qzorax keep",
                        "qzorax change",
                        "qzorax details",
                        "qzorax slept",
                        "Winter workshop");
    }

    @Test
    void nothingOfOthersAndNoSecretIsInIt() {
        assertThat(export())
                .doesNotContain("wkiroy", "secret", "internal", "Priya")
                .doesNotContainIgnoringCase("nonce", "hash", "token");
    }

    @Test
    void theFileHasTheShapeThatIsDescribed() {
        JsonObject file = Json.createReader(new StringReader(export())).readObject();
        assertThat(file.getString("format")).isEqualTo("sme-portal/own-data/1");
        assertThat(file.getString("madeAt")).isEqualTo("2020-02-03T09:00:00Z");
        JsonObject sections = file.getJsonObject("sections");
        JsonObject about = sections.getJsonObject("profile").getJsonObject("about");
        assertThat(about.getString("joinedOn")).isEqualTo("2019-05-17");
        assertThat(about.getBoolean("visibleToMembers")).isTrue();
        assertThat(about.getString("exams")).isEqualTo("SAP");
        JsonObject mails =
                sections.getJsonObject("mails").getJsonArray("mailChoices").getJsonObject(0);
        assertThat(mails.getString("email")).isEqualTo("qzorax@example.org");
        assertThat(mails.getBoolean("reminders")).isTrue();
        assertThat(mails.getBoolean("feedbackRequests")).isFalse();
        JsonObject result =
                sections.getJsonObject("attendance").getJsonArray("results").getJsonObject(0);
        assertThat(result.getString("startsAt")).isEqualTo("2020-01-10T08:00:00Z");
        assertThat(result.getString("result")).isEqualTo("ATTENDED");
        assertThat(result.getInt("minutes")).isEqualTo(240);
        JsonObject badges =
                sections.getJsonObject("badges").getJsonArray("badges").getJsonObject(1);
        assertThat(badges.isNull("revokedAt")).isTrue();
    }

    @Test
    void anApplicationIsTheirsOnceItsAddressIsConfirmed() {
        rig.update("""
                insert into application (public_id, state, nonce, email, motivation, created_at, changed_at)
                values (uuid(), 'UNCONFIRMED', 'n', 'qzorax@example.org', 'typed by a stranger', now(6), now(6))""");
        assertThat(export()).doesNotContain("typed by a stranger");
    }

    @Test
    void whoExportsIsInTheTrailAndOnlySmesCan() {
        export();
        assertThat(rig.count(
                        "select count(*) from audit_entry where act = 'ExportOwnData.json' and actor_id = ?1",
                        mine.account))
                .isPositive();
        assertThatThrownBy(() ->
                        rig.as(story.pm, () -> rig.get(ExportOwnData.class).json()))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aLongLifeTakesNoMoreStatements() {
        int few = statements();
        StringBuilder rows = new StringBuilder("insert into audit_entry (at, actor_id, actor, act) values ");
        for (int i = 0; i < 1000; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("(now(6), ")
                    .append(mine.account)
                    .append(", 'x', 'SignIn.signIn')");
        }
        rig.update(rows.toString());
        assertThat(statements()).isEqualTo(few);
    }

    private static int statements() {
        return rig.as(mine.caller(), () -> {
            OwnDataQueries data = rig.get(OwnDataQueries.class);
            rig.statements().reset();
            data.sections(data.ofAccount(mine.account));
            return rig.statements().count();
        });
    }
}

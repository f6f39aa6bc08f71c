package org.smeportal.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.accounts.SecondFactorGate;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** R9.1: the password is enough while the workshop runs; before and after, items open with a second factor. */
class OutsideGateIT {
    private static final Instant AGES = Instant.parse("2020-01-01T00:00:00Z");
    private static Rig rig;
    private static UUID item;
    private static Instant starts = AGES;
    private static Instant ends = AGES;

    @BeforeAll
    static void anItemInAWorkshop() {
        rig = Rig.start();
        WritingRoom room = new WritingRoom(rig);
        Caller author = room.author("Ana Ruiz");
        item = room.items.draft(author, room.workshop(author), 1);
        Object[] times =
                (Object[]) rig.rows("select e.starts_at, e.ends_at from event e join item i on i.event_id = e.id")
                        .get(0);
        starts = Sql.instant(times[0]);
        ends = Sql.instant(times[1]);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static String detour(Rig portal, boolean withFactor, String path) {
        return portal.as(Caller.SYSTEM, () -> {
            CurrentUser user = portal.get(CurrentUser.class);
            user.become(new Caller(1L, "N", java.time.ZoneOffset.UTC, Set.of(Role.SME)), withFactor);
            return portal.get(OutsideGate.class).detour(user, path).orElse("");
        });
    }

    private static boolean isAsked(Instant at) {
        rig.clock().set(at);
        return !detour(rig, false, "/app/items/desk/" + item).isEmpty();
    }

    @Test
    void fromTheStartToTheEndOfTheWorkshopThePasswordIsEnough() {
        assertThat(isAsked(starts.minusMillis(1))).isTrue();
        assertThat(isAsked(starts)).isFalse();
        assertThat(isAsked(ends.minusMillis(1))).isFalse();
        assertThat(isAsked(ends)).isTrue();
        assertThat(isAsked(ends.plus(Duration.ofDays(3)))).isTrue();
    }

    @Test
    void aCancelledWorkshopDoesNotRun() {
        rig.update("update event set status = 'CANCELLED'");
        try {
            assertThat(isAsked(starts)).isTrue();
        } finally {
            rig.update("update event set status = 'CONFIRMED'");
        }
    }

    @Test
    void everyPageOfOneItemAsksAndTheOthersDoNot() {
        rig.clock().set(ends);
        for (String page :
                new String[] {"desk", "draft", "draft-history", "submit-item", "my-item", "likeness", "new"}) {
            assertThat(detour(rig, false, "/app/items/" + page + "/" + item))
                    .as(page)
                    .isEqualTo(SecondFactorGate.PAGE);
        }
        assertThat(detour(
                        rig,
                        false,
                        "/app/items/my-item.xhtml/" + item.toString().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(SecondFactorGate.PAGE);
        assertThat(detour(rig, false, "/app/items/my-items")).isEmpty();
        assertThat(detour(rig, false, "/app/items/start-item")).isEmpty();
        assertThat(detour(rig, false, "/app/events/event/" + item)).isEmpty();
    }

    @Test
    void whoGaveOneAndWhoeverIsInTheDemoIsNotAsked() {
        rig.clock().set(ends);
        String desk = "/app/items/desk/" + item;
        assertThat(detour(rig, true, desk)).isEmpty();
        try (Rig demo = Rig.start(AGES, Rig.config(Duration.ZERO, "none", true))) {
            assertThat(detour(demo, false, desk)).isEmpty();
        }
    }
}

package org.smeportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Saved views of lists (R1.6): kept for their owner alone, replaced by the same name, removed by the owner only. */
class KeepFilterIT {
    private static final String LIST = "/app/smes/sme-list";
    private static Rig rig;
    private static Caller priya;
    private static Caller tomasz;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        priya = pm("priya@example.org", "Priya Nair");
        tomasz = pm("tomasz@example.org", "Tomasz Lewandowski");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void forget() {
        rig.update("delete from saved_filter");
    }

    private static Caller pm(String email, String name) {
        return Rig.caller(DemoAccounts.insert(rig, email, name, "Europe/Berlin", "PM"), name, "Europe/Berlin", Role.PM);
    }

    private static void keep(Caller who, String name, String query) {
        rig.as(who, () -> rig.get(KeepFilter.class).keep(new KeepFilter.Kept(LIST, name, query)));
    }

    private static java.util.List<SavedFilterQueries.Saved> own(Caller who) {
        return rig.get(SavedFilterQueries.class).own(who.accountId(), LIST);
    }

    @Test
    void aViewIsKeptForItsOwnerAlone() {
        keep(priya, "  Waiting, Europe ", "country=PT&sort=NAME");
        assertThat(own(priya))
                .extracting(SavedFilterQueries.Saved::name, SavedFilterQueries.Saved::query)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Waiting, Europe", "country=PT&sort=NAME"));
        assertThat(own(tomasz)).isEmpty();
        assertThat(rig.get(SavedFilterQueries.class).own(priya.accountId(), "/app/tasks/task-list"))
                .isEmpty();
    }

    @Test
    void theSameNameShowsTheNewFilter() {
        keep(priya, "Mine", "country=PT");
        keep(priya, "Mine", "country=ES");
        assertThat(own(priya)).extracting(SavedFilterQueries.Saved::query).containsExactly("country=ES");
    }

    @Test
    void onlyTheOwnerRemovesAView() {
        keep(priya, "Mine", "");
        java.util.UUID id = own(priya).get(0).id();
        rig.as(tomasz, () -> rig.get(KeepFilter.class).remove(id));
        assertThat(own(priya)).hasSize(1);
        rig.as(priya, () -> rig.get(KeepFilter.class).remove(id));
        rig.as(priya, () -> rig.get(KeepFilter.class).remove(id));
        assertThat(own(priya)).isEmpty();
    }

    @Test
    void aNamelessViewAndOneTooManyAreRefusedAndChangeNothing() {
        assertThatThrownBy(() -> keep(priya, " ", "country=PT"))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.field()).isEqualTo("filterName"));
        for (int i = 0; i < KeepFilter.MOST; i++) {
            keep(priya, "View " + i, "");
        }
        assertThatThrownBy(() -> keep(priya, "One more", "")).isInstanceOf(Refused.class);
        keep(priya, "View 3", "country=ES");
        assertThat(own(priya)).hasSize(KeepFilter.MOST);
    }

    @Test
    void aListReadsItsViewsInOneStatement() {
        keep(priya, "Mine", "");
        rig.statements().reset();
        own(priya);
        assertThat(rig.statements().count()).isEqualTo(1);
    }
}

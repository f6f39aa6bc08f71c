package org.smeportal.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.attendance.Workshops;
import org.smeportal.events.EventKind;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.testing.Rig;

/** Awards listed, searched, paged in SQL, with the same statements however many there are. */
class AwardQueriesIT {

    private static Rig rig;
    private static Workshops workshops;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        workshops = new Workshops(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void listPublicPageAndProgressTakeTheSameStatementsAtTenAndAThousandRows() {
        List<UUID> few = workshops.smes(10);
        award(few, LocalDate.of(2020, 2, 10));
        int ten = statements(few.get(0));
        award(workshops.smes(990), LocalDate.of(2020, 3, 10));
        assertThat(statements(few.get(0))).isEqualTo(ten).isLessThanOrEqualTo(8);
        Page<AwardQueries.Row> all = rig.get(AwardQueries.class).page("", null, PageRequest.number(50));
        assertThat(all.total()).isEqualTo(1000);
        assertThat(all.rows()).hasSize(20);
        assertThat(rig.get(AwardQueries.class)
                        .page("Sme 0007", AwardState.ACTIVE, PageRequest.first())
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.earnedOn()).isEqualTo(LocalDate.of(2020, 2, 11)));
        assertThat(rig.get(AwardQueries.class)
                        .page("%", null, PageRequest.first())
                        .total())
                .isZero();
        assertThat(rig.get(AwardQueries.class)
                        .page("", AwardState.REVOKED, PageRequest.first())
                        .total())
                .isZero();
        assertThat(rig.count("select count(*) from outbox_message where kind = 'badge-awarded'"))
                .isEqualTo(1000);
    }

    @Test
    void anUnknownNumberIsNoAward() {
        assertThat(rig.get(AwardQueries.class).byPublicId(UUID.randomUUID())).isEmpty();
    }

    private static void award(List<UUID> people, LocalDate day) {
        UUID[] smes = people.toArray(UUID[]::new);
        workshops.attended(EventKind.WORKSHOP, day, smes);
        workshops.attended(EventKind.WORKSHOP, day.plusDays(1), smes);
    }

    private static int statements(UUID sme) {
        AwardQueries awards = rig.get(AwardQueries.class);
        long id = workshops.smeId(sme);
        rig.statements().reset();
        Page<AwardQueries.Row> page = awards.page("", null, PageRequest.first());
        awards.byPublicId(page.rows().get(0).publicId());
        assertThat(awards.progress(id).get(0).isEarned()).isTrue();
        return rig.statements().count();
    }
}

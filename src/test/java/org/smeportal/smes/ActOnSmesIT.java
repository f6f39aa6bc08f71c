package org.smeportal.smes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.exams.ExamQueries;
import org.smeportal.exams.LoadCatalogue;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.ActOnSmes.Wanted;
import org.smeportal.smes.CreateSme.NewSme;
import org.smeportal.smes.OutlookQueries.Outlook;
import org.smeportal.testing.Rig;

/** R1.6: one act for many, for exactly as many as were shown; and pairs that are told apart for good. */
class ActOnSmesIT {
    private static final Caller PM = Rig.caller(7, "Priya", "Europe/Berlin", Role.PM);
    private static Rig rig;
    private final Set<UUID> all = new LinkedHashSet<>();

    @BeforeAll
    static void begin() {
        rig = Rig.start();
        rig.get(LoadCatalogue.class).load();
    }

    /** Likeness is looked for among all SMEs, so each test has only its own. */
    @BeforeEach
    void start() {
        for (String table : List.of("outbox_message", "sme_not_same", "sme_exam", "sme", "account_role", "account")) {
            rig.update("delete from " + table);
        }
        for (String name : List.of("Ada", "Bo", "Cy")) {
            all.add(create(name, name.toLowerCase(java.util.Locale.ROOT) + "@example.org"));
        }
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void everyActIsDoneForThoseOfWhomSomethingComesAndNamesTheOthers() {
        UUID ada = all.iterator().next();
        rig.as(PM, () -> rig.get(ChangeSme.class).pause(ada));
        assertThat(names(act(BulkAct.PAUSE, 0, 2))).isEqualTo("Bo Cy / Ada smes.bulk.against.paused");
        assertThat(names(act(BulkAct.RESUME, 0, 3))).isEqualTo("Ada Bo Cy / ");
        long exam = rig.get(ExamQueries.class).choices().get(0).id();
        rig.update("insert into sme_exam select id, ?1 from sme where name = 'Cy'", exam);
        assertThat(names(act(BulkAct.QUALIFY, exam, 2))).isEqualTo("Ada Bo / Cy smes.bulk.against.qualified");
        assertThat(rig.count("select count(*) from sme_exam")).isEqualTo(3);
        assertThat(names(act(BulkAct.DISQUALIFY, exam, 3))).isEqualTo("Ada Bo Cy / ");
        assertThat(rig.count("select count(*) from sme_exam")).isZero();
    }

    @Test
    void anInvitationToThePortalIsOneMailEachAndWhoHasAnActiveAccountIsLeftOut() {
        act(BulkAct.INVITE, 0, 3);
        assertThat(rig.count("select count(*) from outbox_message where kind = 'account-activate'"))
                .isEqualTo(3);
        rig.update("update account set state = 'ACTIVE' where email = 'bo@example.org'");
        assertThat(names(act(BulkAct.INVITE, 0, 2))).isEqualTo("Ada Cy / Bo smes.bulk.against.account");
        assertThat(rig.count("select count(*) from account")).isEqualTo(3);
    }

    @Test
    void nothingIsDoneForAnotherNumberThanWasShownNorForAnExamThatIsNone() {
        for (Wanted wanted : List.of(
                new Wanted(BulkAct.PAUSE, all, 0, 2),
                new Wanted(BulkAct.RESUME, all, 0, 0),
                new Wanted(BulkAct.QUALIFY, all, 0, 3),
                new Wanted(BulkAct.QUALIFY, all, 999_999, 3),
                new Wanted(
                        BulkAct.PAUSE,
                        IntStream.rangeClosed(0, ActOnSmes.MOST)
                                .mapToObj(at -> UUID.randomUUID())
                                .collect(Collectors.toSet()),
                        0,
                        0))) {
            assertThatThrownBy(() -> rig.as(PM, () -> rig.get(ActOnSmes.class).act(wanted)))
                    .as(wanted.act() + " " + wanted.expected())
                    .isInstanceOf(Refused.class);
        }
        assertThat(rig.count("select count(*) from sme where state = 'ACTIVE'")).isEqualTo(3);
        assertThat(rig.count("select count(*) from sme_exam")).isZero();
    }

    @Test
    void aPairIsListedWithItsReasonsInTwoStatementsUntilItIsToldApart() {
        UUID noor = create("Noor Haddad", "noor.haddad@example.org");
        UUID again = create("Haddad Noor", "noor.haddad@example.net");
        DuplicateQueries duplicates = rig.get(DuplicateQueries.class);
        rig.statements().reset();
        Page<DuplicateQueries.Pair> pairs = duplicates.page(PageRequest.first());
        assertThat(rig.statements().count()).isEqualTo(2);
        assertThat(pairs.rows()).singleElement().satisfies(pair -> {
            assertThat(pair.one().publicId()).isEqualTo(noor);
            assertThat(pair.other().publicId()).isEqualTo(again);
            assertThat(pair.why()).containsExactly(Likeness.SAME_WORDS, Likeness.SAME_LOCAL_PART);
            assertThat(pair.percent()).isEqualTo(97);
        });
        for (TellApart.Two two : List.of(new TellApart.Two(again, noor), new TellApart.Two(noor, again))) {
            rig.as(PM, () -> rig.get(TellApart.class).notTheSame(two));
        }
        assertThat(rig.count("select count(*) from sme_not_same")).isEqualTo(1);
        assertThat(duplicates.page(PageRequest.first()).isEmpty()).isTrue();
        rig.update("""
                insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000)
                select uuid(), concat('many', i, '@example.org'), 'Noor Haddad', 'DE', 'Europe/Berlin', 'ACTIVE',
                    '2020-01-01', '2020-01-01' from n""");
        rig.statements().reset();
        assertThat(duplicates.page(new PageRequest(2, 20)).rows()).hasSize(20);
        assertThat(rig.statements().count()).as("as many with a thousand").isEqualTo(2);
    }

    private UUID create(String name, String email) {
        return rig.as(
                PM,
                () -> rig.get(CreateSme.class)
                        .create(new NewSme(email, name, "DE", "Europe/Berlin", null, null, null, Set.of(), false)));
    }

    private Outlook act(BulkAct act, long exam, int expected) {
        return rig.as(PM, () -> rig.get(ActOnSmes.class).act(new Wanted(act, all, exam, expected)));
    }

    private static String names(Outlook outlook) {
        return outlook.done().stream().map(SmeQueries.Row::name).collect(Collectors.joining(" ")) + " / "
                + outlook.leftOut().stream()
                        .map(one -> one.sme().name() + " " + one.reason())
                        .collect(Collectors.joining(", "));
    }
}

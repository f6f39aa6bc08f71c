package org.smeportal.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.PageRequest;
import org.smeportal.testing.Rig;

/** Counts and lists of the agreement: right, and with the same statements for ten and a thousand people. */
class AgreementQueriesIT {
    private static Rig rig;
    private static AgreementQueries agreements;
    private static UUID inForce;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        agreements = rig.get(AgreementQueries.class);
        rig.update("""
                insert into agreement (public_id, number, title, text, state, created_at, created_by, published_at, published_by)
                values (uuid(), 1, 'One', 'Text', 'PUBLISHED', now(6), 'A', now(6), 'A'),
                       (uuid(), 2, 'Two', 'Text two', 'PUBLISHED', now(6), 'A', now(6), 'A')""");
        rig.update("""
                insert into agreement (public_id, number, title, text, state, draft_key, created_at, created_by)
                values (uuid(), 3, 'Three', 'Text', 'DRAFT', 1, now(6), 'A')""");
        inForce = UUID.fromString((String)
                rig.rows("select public_id from agreement where number = 2").get(0));
        people(0, 10);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    /** Every second one accepted the version in force, every third the first. */
    private static void people(int from, int until) {
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                select uuid(), concat('p', seq, '@example.org'), concat('Person ', lpad(seq, 4, '0')), 'Europe/Lisbon',
                    if(seq % 10 = 9, 'INVITED', 'ACTIVE'), 'n', now(6)
                from (with recursive n as (select ?1 as seq union all select seq + 1 from n where seq + 1 < ?2)
                      select seq from n) s""", from, until);
        rig.update("insert into account_role (account_id, role) select id, 'SME' from account a"
                + " where not exists (select 1 from account_role r where r.account_id = a.id)");
        for (int number : List.of(1, 2)) {
            rig.update("""
                    insert into agreement_acceptance (agreement_id, account_id, accepted_at, address, text_sha256)
                    select g.id, a.id, now(6), '203.0.113.1', 'x' from account a join agreement g on g.number = ?1
                    where cast(substring(a.name, 8) as unsigned) % ?2 = 0 and not exists (
                        select 1 from agreement_acceptance o where o.account_id = a.id and o.agreement_id = g.id)""", number, 4 - number);
        }
    }

    private static long account(int number) {
        return rig.count("select id from account where email = ?1", "p" + number + "@example.org");
    }

    @Test
    void theVersionInForceIsTheNewestPublishedOneAndWhatOneAcceptedIsKnown() {
        assertThat(agreements.inForce(account(4)).orElseThrow()).satisfies(version -> {
            assertThat(version.number()).isEqualTo(2);
            assertThat(version.acceptedAt()).isNotNull();
        });
        assertThat(agreements.inForce(account(3)).orElseThrow().acceptedAt()).isNull();
        assertThat(agreements.lastAccepted(account(3)).orElseThrow().number()).isEqualTo(1);
        assertThat(agreements.lastAccepted(account(5))).isEmpty();
        assertThat(agreements.before(3).orElseThrow().number()).isEqualTo(2);
        assertThat(agreements.before(1)).isEmpty();
        assertThat(agreements.accepted(account(6)))
                .extracting(AgreementQueries.Version::number)
                .containsExactly(2, 1);
    }

    @Test
    void theGateAsksOnce() {
        long fourth = account(4);
        assertThat(counted(() -> agreements.isDue(fourth))).isEqualTo(1);
        assertThat(agreements.isDue(fourth)).isFalse();
        assertThat(agreements.isDue(account(3))).isTrue();
    }

    @Test
    void thePeopleOfAVersionAreFiltered() {
        assertThat(people("", true).total()).isEqualTo(agreements.acceptedOfAsked(inForce));
        assertThat(people("", true).total() + people("", false).total()).isEqualTo(agreements.asked());
        assertThat(people("Person 0004", null).rows())
                .extracting(AgreementQueries.Person::email)
                .containsExactly("p4@example.org");
        assertThat(people("%", null).total()).isZero();
    }

    private static org.smeportal.kernel.Page<AgreementQueries.Person> people(String search, Boolean accepted) {
        return agreements.people(inForce, new AgreementQueries.Filter(search, accepted), PageRequest.first());
    }

    @Test
    void aThousandPeopleTakeNoMoreStatementsThanTen() {
        int few = statements();
        people(10, 1000);
        rig.update("insert into agreement (public_id, number, title, text, state, created_at, created_by, published_at,"
                + " published_by) select uuid(), -seq, 'Old', 'Text', 'PUBLISHED', now(6), 'A', now(6), 'A' from"
                + " (with recursive n as (select 1 as seq union all select seq + 1 from n where seq < 1000)"
                + " select seq from n) s");
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(8);
        assertThat(agreements.asked()).isEqualTo(900);
        rig.update("delete from agreement where number < 0");
    }

    private static int statements() {
        return counted(() -> {
            agreements.page(PageRequest.first());
            agreements.asked();
            agreements.acceptedOfAsked(inForce);
            people("", null);
            agreements.accepted(1);
        });
    }

    private static int counted(Runnable reading) {
        rig.statements().reset();
        reading.run();
        return rig.statements().count();
    }
}

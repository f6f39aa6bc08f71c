package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Who may be in the directory twice, with the reasons (R1.6); pairs that somebody told apart are left out. */
@Queries
public class DuplicateQueries {
    private final EntityManager entityManager;

    @Inject
    public DuplicateQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Side(
            UUID publicId,
            String name,
            String email,
            String country,
            @Nullable String employer) {}

    /** {@code percent} is how sure the reasons make it, to rank by: it is no probability. */
    public record Pair(Side one, Side other, List<Likeness> why, int percent) {}

    public Page<Pair> page(PageRequest page) {
        List<Lookalikes.Pair> all = Lookalikes.among(people(), notTheSame());
        List<Pair> shown = all.stream()
                .skip(page.offset())
                .limit(page.size())
                .map(pair -> new Pair(side(pair.one()), side(pair.other()), List.copyOf(pair.why()), (int)
                        Math.floor(pair.score() * 100)))
                .toList();
        return new Page<>(shown, all.size(), page.number(), page.size());
    }

    private List<Lookalikes.Person> people() {
        return Sql.rows(
                        entityManager.createNativeQuery(
                                "select id, public_id, name, email, country, employer from sme where state <> 'FORMER' order by id"))
                .map(row -> new Lookalikes.Person(
                        Sql.number(row[0]),
                        Sql.uuid(row[1]),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5]))
                .toList();
    }

    private Set<Lookalikes.Ids> notTheSame() {
        return Sql.rows(entityManager.createNativeQuery("select sme_id, other_id from sme_not_same"))
                .map(row -> Lookalikes.Ids.of(Sql.number(row[0]), Sql.number(row[1])))
                .collect(Collectors.toSet());
    }

    private static Side side(Lookalikes.Person person) {
        return new Side(person.publicId(), person.name(), person.email(), person.country(), person.employer());
    }
}

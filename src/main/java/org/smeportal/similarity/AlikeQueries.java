package org.smeportal.similarity;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smeportal.exams.ExamQueries;
import org.smeportal.items.ItemStatus;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** Which items are alike, for the programme managers of their exam; without text, and in an order that tells no author. */
@Queries
public class AlikeQueries {
    private static final int MOST_NEIGHBOURS = 100;
    private static final String SIDES = """
            select i.id, i.public_id, i.code, i.exam_id, x.code as exam, i.domain, d.name, i.status, i.revision
            from exam_duty u join exam x on x.id = u.exam_id join item i on i.exam_id = u.exam_id
                left join exam_domain d on d.exam_id = i.exam_id and d.number = i.domain
            where u.account_id = ?1 and u.duty = 'PM' and i.revision > 0
            """;

    private final EntityManager entityManager;
    private final ExamQueries exams;
    private final SimilarityIndex index;
    private final CurrentUser user;

    @Inject
    public AlikeQueries(EntityManager entityManager, ExamQueries exams, SimilarityIndex index, CurrentUser user) {
        this.entityManager = entityManager;
        this.exams = exams;
        this.index = index;
        this.user = user;
    }

    /** Two items that look like duplicates, the one with the lower code first. */
    public record Row(Side one, Side other, Figures figures) {}

    /** {@code cut} when there are more than are shown at all. */
    public record Pairs(Page<Row> page, boolean cut) {}

    /** An item like the one that is looked at; {@code decision} null while there is none that holds. */
    public record Neighbour(
            Side item, Figures figures, @Nullable PairDecision decision) {}

    /** {@code compared} is false for an item that is no more in the running. */
    public record Alike(Side item, boolean compared, List<Neighbour> neighbours) {}

    /** The exams whose pairs the user sees, by code. */
    public List<ExamQueries.Choice> exams() {
        return exams.led(user.accountId());
    }

    /** Pairs without a decision that holds, the most alike first; {@code wanted} some of {@link #exams()}. */
    public Pairs pairs(Collection<Long> wanted, int domain, PageRequest request) {
        List<Corpus.Pair> all = new ArrayList<>();
        boolean cut = false;
        for (Corpus corpus : index.of(wanted).values()) {
            all.addAll(corpus.pairs());
            cut |= corpus.pairs().size() == Corpus.MOST_PAIRS;
        }
        List<Corpus.Pair> open = open(all, wanted).stream()
                .filter(pair -> domain == 0
                        || pair.one().domain() == domain
                        || pair.other().domain() == domain)
                .sorted(Comparator.comparingDouble(
                                (Corpus.Pair pair) -> pair.figures().cosine())
                        .reversed())
                .toList();
        List<Corpus.Pair> shown =
                open.stream().skip(request.offset()).limit(request.size()).toList();
        Map<Long, Side> sides = sides(shown.stream()
                .flatMap(pair -> Stream.of(pair.one().item(), pair.other().item()))
                .toList());
        List<Row> rows = shown.stream()
                .filter(pair -> sides.containsKey(pair.one().item())
                        && sides.containsKey(pair.other().item()))
                .map(pair -> row(
                        Objects.requireNonNull(sides.get(pair.one().item())),
                        Objects.requireNonNull(sides.get(pair.other().item())),
                        pair.figures()))
                .toList();
        return new Pairs(new Page<>(rows, open.size(), request.number(), request.size()), cut);
    }

    /** The items of an exam that look like another one, which nobody decided about. */
    public Set<UUID> undecided(long exam) {
        List<Long> items = open(index.of(exam).pairs(), List.of(exam)).stream()
                .flatMap(pair -> Stream.of(pair.one().item(), pair.other().item()))
                .toList();
        return sides(items).values().stream().map(Side::publicId).collect(Collectors.toSet());
    }

    private List<Corpus.Pair> open(Collection<Corpus.Pair> pairs, Collection<Long> exams) {
        Set<List<Long>> decided = decided(exams);
        return pairs.stream()
                .filter(pair -> !decided.contains(key(pair.one(), pair.other())))
                .toList();
    }

    public Alike alike(UUID publicId) {
        Side item = side(publicId);
        Corpus corpus = index.of(item.examId());
        List<Corpus.Neighbour> found = corpus.like(item.id());
        Map<Long, PairDecision> decisions = decisions(item.id());
        Map<Long, Side> sides = sides(found.stream()
                .map(one -> one.entry().item())
                .limit(MOST_NEIGHBOURS)
                .toList());
        List<Neighbour> neighbours = found.stream()
                .filter(one -> sides.containsKey(one.entry().item()))
                .map(one -> new Neighbour(
                        Objects.requireNonNull(sides.get(one.entry().item())),
                        one.figures(),
                        decisions.get(one.entry().item())))
                .toList();
        return new Alike(item, corpus.has(item.id()), neighbours);
    }

    private static Row row(Side one, Side other, Figures figures) {
        boolean first = one.code().compareTo(other.code()) < 0;
        return new Row(first ? one : other, first ? other : one, figures);
    }

    /** Two different items of one exam of the user, in the order asked for. */
    List<Side> both(UUID one, UUID other) {
        Map<UUID, Side> found = new HashMap<>();
        Sql.rows(entityManager
                        .createNativeQuery(SIDES + " and i.public_id in (?2, ?3)")
                        .setParameter(1, user.accountId())
                        .setParameter(2, one.toString())
                        .setParameter(3, other.toString()))
                .map(AlikeQueries::side)
                .forEach(side -> found.put(side.publicId(), side));
        Side first = found.get(one);
        Side second = found.get(other);
        if (first == null || second == null || one.equals(other) || first.examId() != second.examId()) {
            throw new NotFound();
        }
        return List.of(first, second);
    }

    private Side side(UUID publicId) {
        return Sql.rows(entityManager
                        .createNativeQuery(SIDES + " and i.public_id = ?2")
                        .setParameter(1, user.accountId())
                        .setParameter(2, publicId.toString()))
                .findFirst()
                .map(AlikeQueries::side)
                .orElseThrow(NotFound::new);
    }

    private Map<Long, Side> sides(Collection<Long> ids) {
        Map<Long, Side> sides = new HashMap<>();
        Sql.rows(entityManager
                        .createNativeQuery(SIDES + " and i.id in (" + Sql.numberList(ids) + ")")
                        .setParameter(1, user.accountId()))
                .map(AlikeQueries::side)
                .forEach(side -> sides.put(side.id(), side));
        return sides;
    }

    /** The ids of the pairs of these exams that are enemies, or are not alike in the revisions that count now. */
    private Set<List<Long>> decided(Collection<Long> exams) {
        Set<List<Long>> decided = new HashSet<>();
        Sql.rows(entityManager.createNativeQuery("""
                        select p.item_low, p.item_high from item_pair p join item a on a.id = p.item_low
                            join item b on b.id = p.item_high
                        where (p.decision = 'ENEMIES' or p.revision_low = a.revision and p.revision_high = b.revision)
                            and a.exam_id in (""" + Sql.numberList(exams) + ")"))
                .forEach(row -> decided.add(List.of(Sql.number(row[0]), Sql.number(row[1]))));
        return decided;
    }

    private Map<Long, PairDecision> decisions(long item) {
        Map<Long, PairDecision> decisions = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                                select case when p.item_low = ?1 then p.item_high else p.item_low end, p.decision from item_pair p
                                    join item a on a.id = p.item_low join item b on b.id = p.item_high
                                where (p.item_low = ?1 or p.item_high = ?1) and (p.decision = 'ENEMIES'
                                    or p.revision_low = a.revision and p.revision_high = b.revision)""").setParameter(1, item))
                .forEach(row -> decisions.put(Sql.number(row[0]), PairDecision.valueOf((String) row[1])));
        return decisions;
    }

    private static List<Long> key(Corpus.Entry one, Corpus.Entry other) {
        return List.of(Math.min(one.item(), other.item()), Math.max(one.item(), other.item()));
    }

    static Side side(Object[] row) {
        return new Side(
                Sql.number(row[0]),
                Sql.uuid(row[1]),
                (String) row[2],
                Sql.number(row[3]),
                (String) row[4],
                Sql.optionalInteger(row[5]),
                (String) row[6],
                ItemStatus.valueOf((String) row[7]),
                Sql.integer(row[8]));
    }
}

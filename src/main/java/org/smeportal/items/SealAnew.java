package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.Sql;
import org.smeportal.security.SecretBox;
import org.smeportal.wording.ItemBox;

/**
 * Texts that stand under a former secret are sealed with the present one, some hundred at a time, while everybody goes on
 * working (R9.4): a row that somebody writes meanwhile is left to the next round.
 */
@BackgroundStep
public class SealAnew {
    static final int AT_ONCE = 500;
    private static final Logger LOG = Logger.getLogger(SealAnew.class.getName());

    private final EntityManager entityManager;
    private final ItemBox box;
    private final Clock clock;

    @Inject
    public SealAnew(EntityManager entityManager, ItemBox box, Clock clock) {
        this.entityManager = entityManager;
        this.box = box;
        this.clock = clock;
    }

    /** A column of sealed texts: {@code context} is how the text is bound, {@code keys} find the row again. */
    private record Sealed(String from, String table, String column, String context, List<String> keys) {}

    private static Sealed review(String table, String column, String context) {
        return new Sealed(table + " t", table, column, "concat('" + context + "', t.public_id)", List.of("id"));
    }

    private static final List<Sealed> COLUMNS = Stream.concat(
                    Stream.of("scenario", "question", "options", "answer_key", "rationales", "sources")
                            .map(column -> new Sealed(
                                    "item_revision t join item i on i.id = t.item_id",
                                    "item_revision",
                                    column,
                                    "concat('revision:', i.public_id, ':', t.number, ':" + column + "')",
                                    List.of("id"))),
                    Stream.of(
                            new Sealed(
                                    "revision_finding t join item_revision r on r.id = t.revision_id"
                                            + " join item i on i.id = r.item_id",
                                    "revision_finding",
                                    "waiver",
                                    "concat('waiver:', i.public_id, ':', r.number, ':', t.place)",
                                    List.of("revision_id", "place")),
                            new Sealed(
                                    "revision_comment t",
                                    "revision_comment",
                                    "text",
                                    "concat('comment:', t.public_id)",
                                    List.of("id")),
                            review("review_comment", "text", "review-comment:"),
                            review("review_comment", "reason", "review-answered:"),
                            review("review_comment", "answer", "review-reply:"),
                            review("review_entry", "reason", "review-reason:"),
                            review("review_entry", "tally", "review-tally:"),
                            new Sealed(
                                    "review_edit t join review_entry e on e.id = t.entry_id",
                                    "review_edit",
                                    "text",
                                    "concat('review-edit:', e.public_id)",
                                    List.of("entry_id")),
                            new Sealed(
                                    "check_answer t join check_signature s on s.id = t.signature_id",
                                    "check_answer",
                                    "note",
                                    "concat('check:', s.public_id, ':', t.place)",
                                    List.of("signature_id", "place")),
                            new Sealed(
                                    "item_pair t join item a on a.id = t.item_low join item b on b.id = t.item_high",
                                    "item_pair",
                                    "reason",
                                    "concat('pair:', a.public_id, ':', b.public_id)",
                                    List.of("item_low", "item_high")),
                            new Sealed(
                                    "draft t join item i on i.id = t.item_id",
                                    "draft",
                                    "journal_key",
                                    "concat('journal:', i.public_id)",
                                    List.of("item_id")),
                            new Sealed(
                                    "draft_field t join item i on i.id = t.item_id",
                                    "draft_field",
                                    "value",
                                    "concat('draft:', i.public_id, ':', t.field, ':', t.version)",
                                    List.of("item_id", "field")),
                            new Sealed(
                                    "draft_state t join item i on i.id = t.item_id",
                                    "draft_state",
                                    "text",
                                    "concat('state:', i.public_id, ':', t.number)",
                                    List.of("item_id", "number"))))
            .toList();

    /**
     * Answers how many texts were sealed anew; 0 when all stand under the present secret. A text that does not open stays as it
     * is and stops no other.
     */
    public int run() {
        if (isDone()) {
            return 0;
        }
        int sealed = 0;
        for (Sealed column : COLUMNS) {
            sealed += run(column, AT_ONCE - sealed);
        }
        if (sealed == 0) {
            done();
        }
        return sealed;
    }

    /** Asked again each day: while a new version is deployed, an older node may still seal with the former secret. */
    private boolean isDone() {
        return Sql.number(entityManager
                        .createNativeQuery("select count(*) from item_seal where key_id = ?1 and done_at > ?2")
                        .setParameter(1, box.beginning())
                        .setParameter(2, Sql.parameter(clock.instant().minus(Duration.ofDays(1))))
                        .getSingleResult())
                > 0;
    }

    private void done() {
        entityManager
                .createNativeQuery("""
                        insert into item_seal (key_id, done_at) values (?1, ?2) on duplicate key update done_at = ?2""")
                .setParameter(1, box.beginning())
                .setParameter(2, Sql.parameter(clock.instant()))
                .executeUpdate();
    }

    private int run(Sealed column, int most) {
        if (most <= 0) {
            return 0;
        }
        String keys = column.keys().stream().map(key -> "t." + key).collect(Collectors.joining(", "));
        List<Object[]> rows = Sql.rows(entityManager
                        .createNativeQuery(
                                "select t." + column.column() + " as sealed, " + column.context() + " as bound, "
                                        + keys + " from " + column.from() + " where t." + column.column()
                                        + " not like ?1 escape '!' limit ?2")
                        .setParameter(1, box.beginning().replace("_", "!_") + "%")
                        .setParameter(2, most))
                .toList();
        int sealed = 0;
        for (Object[] row : rows) {
            String old = (String) row[0];
            String context = (String) row[1];
            Optional<byte[]> plain = plain(column, context, old);
            if (plain.isEmpty()) {
                continue;
            }
            String where = column.keys().stream().map(key -> key + " = ?").collect(Collectors.joining(" and "));
            Query update = entityManager.createNativeQuery("update " + column.table() + " set " + column.column()
                    + " = ? where " + column.column() + " = ? and " + where);
            update.setParameter(1, box.seal(context, plain.get()));
            update.setParameter(2, old);
            for (int i = 0; i < column.keys().size(); i++) {
                update.setParameter(3 + i, row[2 + i]);
            }
            sealed += update.executeUpdate();
        }
        return sealed;
    }

    private static void broken(Sealed column, SecretBox.Unopenable why) {
        LOG.warning(
                () -> "a text of " + column.table() + "." + column.column() + " does not open: " + why.getMessage());
    }

    private Optional<byte[]> plain(Sealed column, String context, String old) {
        try {
            return Optional.of(box.bytes(context, old));
        } catch (SecretBox.Unopenable why) {
            broken(column, why);
            return Optional.empty();
        }
    }
}

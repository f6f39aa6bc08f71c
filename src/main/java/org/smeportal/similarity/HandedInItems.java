package org.smeportal.similarity;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.smeportal.items.SealedTexts;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.Sql;
import org.smeportal.security.SecretBox;

/** What is compared: the last revision of items that were handed in. Retired ones too, rejected ones not. */
@BackgroundStep
public class HandedInItems {
    private static final Logger LOG = Logger.getLogger(HandedInItems.class.getName());
    private static final String COMPARED = " i.revision > 0 and i.status <> 'REJECTED' ";

    private final EntityManager entityManager;
    private final SealedTexts texts;

    @Inject
    public HandedInItems(EntityManager entityManager, SealedTexts texts) {
        this.entityManager = entityManager;
        this.texts = texts;
    }

    /** Another one as soon as an item of the exam is new, has another revision, or is compared no more. */
    record Stamp(long items, BigDecimal sum) {}

    /** Of all exams that have any. */
    public Map<Long, Stamp> stamps() {
        return stamps("");
    }

    public Map<Long, Stamp> stamps(Collection<Long> exams) {
        return stamps("and i.exam_id in (" + Sql.numberList(exams) + ")");
    }

    private Map<Long, Stamp> stamps(String filter) {
        Map<Long, Stamp> stamps = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                        select i.exam_id, count(*), sum(cast(i.id as decimal(20)) * i.revision * i.revision)
                        from item i where
                        """ + COMPARED + filter + " group by i.exam_id"))
                .forEach(row -> stamps.put(
                        Sql.number(row[0]), new Stamp(Sql.number(row[1]), new BigDecimal(row[2].toString()))));
        return stamps;
    }

    /** The revisions that count, by the ids of items. */
    public Map<Long, Integer> revisions(long exam) {
        Map<Long, Integer> revisions = new HashMap<>();
        Sql.rows(entityManager
                        .createNativeQuery("select i.id, i.revision from item i where i.exam_id = ?1 and " + COMPARED)
                        .setParameter(1, exam))
                .forEach(row -> revisions.put(Sql.number(row[0]), Sql.integer(row[1])));
        return revisions;
    }

    record Read(long item, int revision, int domain, ItemWords words) {}

    /** Without those that do not open: one broken text must not stop all others from being compared. */
    public List<Read> read(Collection<Long> items) {
        List<Read> read = new ArrayList<>();
        Sql.rows(entityManager.createNativeQuery("""
                        select r.scenario, r.question, r.options, r.answer_key, r.rationales, r.sources, i.id, i.public_id,
                            r.number, r.domain
                        from item i join item_revision r on r.item_id = i.id and r.number = i.revision
                        where i.id in (""" + Sql.numberList(items) + ")"))
                .forEach(row -> {
                    long item = Sql.number(row[6]);
                    int revision = Sql.integer(row[8]);
                    try {
                        var text = texts.open(Sql.uuid(row[7]), revision, Arrays.copyOf(row, 6));
                        read.add(new Read(item, revision, Sql.integer(row[9]), ItemWords.of(text)));
                    } catch (SecretBox.Unopenable broken) {
                        LOG.log(Level.WARNING, "An item does not open and is not compared: {0}", row[7]);
                    }
                });
        return read;
    }

    /** Forgets when it was asked about drafts, as soon as it does not count any more; answers how many rows. */
    public int forgetAsks(Instant before) {
        return entityManager
                .createNativeQuery("delete from similarity_ask where asked_at <= ?1")
                .setParameter(1, Sql.parameter(before))
                .executeUpdate();
    }
}

package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.drafts.Drafts;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** All items, and the table of their moves. */
@Repository
class Items {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without I, L, O and U: no code is misread, and few are words. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LETTERS_OF_CODE = 4;
    private static final int TRIES = 50;

    private final EntityManager entityManager;
    private final Drafts drafts;
    private final Clock clock;

    @Inject
    Items(EntityManager entityManager, Drafts drafts, Clock clock) {
        this.entityManager = entityManager;
        this.drafts = drafts;
        this.clock = clock;
    }

    Item add(long examId, @Nullable Long eventId) {
        Item item = new Item(freeCode(), examId, eventId, clock.instant());
        entityManager.persist(item);
        entityManager.flush();
        return item;
    }

    Item locked(UUID publicId) {
        return entityManager
                .createQuery("select i from Item i where i.publicId = :id", Item.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    Item one(UUID publicId) {
        return entityManager
                .createQuery("select i from Item i where i.publicId = :id", Item.class)
                .setParameter("id", publicId.toString())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The act, by the table, and its line in the history. */
    void move(Item item, ItemAct act) {
        ItemStatus from = item.status();
        item.take(act, clock.instant());
        record(item, act.name(), from);
    }

    /** An act that ends the writing for now: what counts are revisions, the draft is gone with its history. */
    void endWriting(Item item, ItemAct act) {
        move(item, act);
        drafts.remove(item.draft());
    }

    /** No move yet: it stays in revision until a second person has looked, without a draft. */
    void waitForEditor(Item item) {
        item.waitForEditor(clock.instant());
        drafts.remove(item.draft());
    }

    /** Drafts that nobody goes on with; what was handed in meanwhile stays. */
    void abandon(Collection<UUID> publicIds) {
        for (UUID publicId : publicIds) {
            Item item = locked(publicId);
            if (item.status() == ItemStatus.DRAFT) {
                endWriting(item, ItemAct.ABANDON);
            }
        }
    }

    void started(Item item) {
        record(item, "START", null);
    }

    private void record(Item item, String act, @Nullable ItemStatus from) {
        entityManager
                .createNativeQuery("""
                        insert into item_move (item_id, act, from_status, to_status, revision, at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)""")
                .setParameter(1, item.id())
                .setParameter(2, act)
                .setParameter(3, from == null ? null : from.name())
                .setParameter(4, item.status().name())
                .setParameter(5, item.revision())
                .setParameter(6, Sql.parameter(clock.instant()))
                .executeUpdate();
    }

    /** Random, so that it tells nothing of when or by whom. */
    private String freeCode() {
        for (int i = 0; i < TRIES; i++) {
            StringBuilder code = new StringBuilder("ITM-");
            RANDOM.ints(LETTERS_OF_CODE, 0, LETTERS.length()).forEach(at -> code.append(LETTERS.charAt(at)));
            boolean taken = Sql.number(entityManager
                            .createNativeQuery("select count(*) from item where code = ?1")
                            .setParameter(1, code.toString())
                            .getSingleResult())
                    > 0;
            if (!taken) {
                return code.toString();
            }
        }
        throw new IllegalStateException("no free code of " + LETTERS_OF_CODE + " letters found");
    }
}

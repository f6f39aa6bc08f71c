package org.smeportal.disclosures;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.exams.ExamDuties;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Violation;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Duty;

/** All disclosures, and what is the same for each act about one. */
@Repository
class Disclosures {
    static final int LONGEST_REASON = 500;

    private final EntityManager entityManager;
    private final ExamDuties duties;
    private final CurrentUser user;

    @Inject
    Disclosures(EntityManager entityManager, ExamDuties duties, CurrentUser user) {
        this.entityManager = entityManager;
        this.duties = duties;
        this.user = user;
    }

    /** An item that was handed in once. */
    record HandedIn(long id, UUID publicId, long examId, String exam) {}

    Optional<HandedIn> byCode(String code) {
        return handedIn("i.code = ?1", code);
    }

    HandedIn item(UUID publicId) {
        return handedIn("i.public_id = ?1", publicId.toString()).orElseThrow(NotFound::new);
    }

    HandedIn item(AuthorDisclosure disclosure) {
        return handedIn("i.id = ?1", disclosure.itemId()).orElseThrow(NotFound::new);
    }

    private Optional<HandedIn> handedIn(String condition, Object value) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select i.id, i.public_id, i.exam_id, x.code from item i join exam x on x.id = i.exam_id
                                where i.revision > 0 and
                                """ + condition).setParameter(1, value))
                .findFirst()
                .map(row -> new HandedIn(Sql.number(row[0]), Sql.uuid(row[1]), Sql.number(row[2]), (String) row[3]));
    }

    boolean isOfTheirs(HandedIn item) {
        return duties.has(user.accountId(), item.examId(), Duty.PM);
    }

    /** A group may look at the same screen: none of the exam may be open, nor one that the user leads or sits in. */
    void noSessionRuns(HandedIn item) {
        if (Sql.number(entityManager
                        .createNativeQuery("select count(*) " + DisclosureQueries.RUNNING)
                        .setParameter(1, item.examId())
                        .setParameter(2, user.accountId())
                        .getSingleResult())
                > 0) {
            throw new Refused("disclosures.refused.session");
        }
    }

    static String reason(@Nullable String typed) {
        String reason = Words.text(typed, LONGEST_REASON);
        if (reason == null) {
            throw new Refused("disclosures.refused.noReason").at("reason");
        }
        return reason;
    }

    /** The user asked about it before, and nobody answered. */
    boolean waits(HandedIn item) {
        return Sql.number(entityManager
                        .createNativeQuery(
                                "select count(*) from author_disclosure where item_id = ?1 and asked_by = ?2 and waiting")
                        .setParameter(1, item.id())
                        .setParameter(2, user.accountId())
                        .getSingleResult())
                > 0;
    }

    void add(AuthorDisclosure disclosure) {
        entityManager.persist(disclosure);
        Violation.flush(entityManager, askedAlready());
    }

    static Refused askedAlready() {
        return new Refused("disclosures.refused.askedAlready").at("code");
    }

    /** Whoever changes one holds its row. */
    AuthorDisclosure locked(UUID publicId) {
        return entityManager
                .createQuery("select d from AuthorDisclosure d where d.publicId = :id", AuthorDisclosure.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}

package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountOpening;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Violation;
import org.smeportal.smes.CreateSme.NewSme;

/** All SMEs. */
@Repository
class Smes {
    private final EntityManager entityManager;
    private final ExamQueries exams;
    private final AccountOpening accounts;

    @Inject
    Smes(EntityManager entityManager, ExamQueries exams, AccountOpening accounts) {
        this.entityManager = entityManager;
        this.exams = exams;
        this.accounts = accounts;
    }

    void add(Sme sme) {
        entityManager.persist(sme);
        flush(sme.email());
    }

    void addLater(Sme sme) {
        entityManager.persist(sme);
    }

    /** Writes what changed; an e-mail address that somebody else took in the meantime is refused in a sentence. */
    void flush(String email) {
        Violation.flush(entityManager, new Refused("smes.refused.known", email));
    }

    /** For many: what was written is no longer kept in memory. */
    void flushAndForget() {
        Violation.flush(entityManager, new Refused("smes.refused.importRace"));
        entityManager.clear();
    }

    void forget() {
        entityManager.clear();
    }

    /** The account, when there is one, follows a new name and zone. */
    void change(Sme sme, NewSme facts) {
        boolean renamed =
                !sme.name().equals(facts.name()) || !sme.zone().getId().equals(facts.zone());
        sme.change(facts);
        Long account = sme.accountId();
        if (renamed && account != null) {
            accounts.rename(account, facts.name(), sme.zone());
        }
    }

    List<String> examCodes(Set<Long> exams) {
        return ((List<?>) entityManager
                        .createNativeQuery(
                                "select code from exam where id in (" + Sql.numberList(exams) + ") order by code")
                        .getResultList())
                .stream().map(String.class::cast).toList();
    }

    Optional<Sme> byEmail(String email) {
        return Optional.ofNullable(byEmails(Set.of(email)).get(email));
    }

    Map<String, Sme> byEmails(Collection<String> emails) {
        Map<String, Sme> smes = new HashMap<>();
        if (!emails.isEmpty()) {
            entityManager
                    .createQuery(
                            "select distinct s from Sme s left join fetch s.exams where s.email in :emails", Sme.class)
                    .setParameter("emails", emails)
                    .getResultList()
                    .forEach(sme -> smes.put(sme.email(), sme));
        }
        return smes;
    }

    Optional<Sme> byAccount(long accountId) {
        return entityManager
                .createQuery("select s from Sme s where s.accountId = :id", Sme.class)
                .setParameter("id", accountId)
                .getResultStream()
                .findFirst();
    }

    Sme get(UUID publicId) {
        return get(publicId, LockModeType.NONE);
    }

    /** Nobody else works on this SME until the transaction ends. */
    Sme getAlone(UUID publicId) {
        return get(publicId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same for many, in one order for everybody; their exams come in one statement when they are needed. */
    List<Sme> allAlone(Collection<UUID> publicIds) {
        return publicIds.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery("select s from Sme s where s.publicId in :ids order by s.id", Sme.class)
                        .setParameter(
                                "ids", publicIds.stream().map(UUID::toString).toList())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .setHint("eclipselink.batch", "s.exams")
                        .getResultList();
    }

    private Sme get(UUID publicId, LockModeType lock) {
        Sme sme = entityManager
                .createQuery("select s from Sme s where s.publicId = :id", Sme.class)
                .setParameter("id", publicId.toString())
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
        if (sme.isFormer()) {
            throw new Refused("smes.refused.former");
        }
        return sme;
    }

    void mustBeFree(String email, @Nullable Sme but) {
        byEmail(email).filter(other -> other != but).ifPresent(other -> {
            throw new Refused("smes.refused.known", email);
        });
    }

    void mustExist(Set<Long> examIds) {
        if (!examIds.isEmpty()
                && !exams.choices().stream()
                        .map(ExamQueries.Choice::id)
                        .collect(java.util.stream.Collectors.toSet())
                        .containsAll(examIds)) {
            throw new Refused("smes.refused.exam");
        }
    }
}

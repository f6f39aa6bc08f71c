package org.smeportal.notifications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.platform.Repository;
import org.smeportal.security.LinkTokens;

/** What the addresses want; who never chose wants everything. */
@Repository
public class MailPreferences {

    private final EntityManager entityManager;

    @Inject
    public MailPreferences(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** These are wanted from now on; what waits for the address and is not wanted is taken back. */
    public void choose(EmailAddress address, Collection<MailGroup> wanted) {
        Set<String> one = Set.of(address.value());
        add(one);
        choose(locked("address", address.value()).orElseThrow(), wanted);
    }

    void choose(MailPreference preference, Collection<MailGroup> wanted) {
        preference.choose(wanted);
        entityManager.flush();
        List<String> unwanted = EnumSet.allOf(MailGroup.class).stream()
                .filter(group -> !preference.wants(group))
                .flatMap(group -> group.kinds().stream())
                .toList();
        if (!unwanted.isEmpty()) {
            entityManager
                    .createQuery("""
                            delete from OutboxMessage m where m.recipient = :address and m.kind in :kinds
                                and m.state = :queued and m.attempts = 0""")
                    .setParameter("address", preference.address())
                    .setParameter("kinds", unwanted)
                    .setParameter("queued", OutboxState.QUEUED)
                    .executeUpdate();
        }
    }

    /** Holds it until the transaction ends. */
    Optional<MailPreference> locked(long id) {
        return locked("id", id);
    }

    private Optional<MailPreference> locked(String attribute, Object value) {
        return entityManager
                .createQuery("select p from MailPreference p where p." + attribute + " = :value", MailPreference.class)
                .setParameter("value", value)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    Optional<MailPreference> of(String address) {
        return of(Set.of(address)).stream().findFirst();
    }

    Optional<MailPreference> byId(long id) {
        return Optional.ofNullable(entityManager.find(MailPreference.class, id));
    }

    private List<MailPreference> of(Collection<String> addresses) {
        return entityManager
                .createQuery("select p from MailPreference p where p.address in :addresses", MailPreference.class)
                .setParameter("addresses", addresses)
                .getResultList();
    }

    /** Without those that their recipients do not want; who gets an optional one has a row from now on. */
    List<NewMessage> wantedOf(List<NewMessage> messages) {
        Set<String> addresses = messages.stream()
                .filter(message -> MailGroup.of(message.kind()).isPresent())
                .map(message -> message.recipient().value())
                .collect(Collectors.toCollection(TreeSet::new));
        if (addresses.isEmpty()) {
            return messages;
        }
        Map<String, MailPreference> known =
                of(addresses).stream().collect(Collectors.toMap(MailPreference::address, Function.identity()));
        addresses.removeAll(known.keySet());
        add(addresses);
        return messages.stream()
                .filter(message -> MailGroup.of(message.kind())
                        .flatMap(group -> Optional.ofNullable(
                                        known.get(message.recipient().value()))
                                .map(preference -> preference.wants(group)))
                        .orElse(true))
                .toList();
    }

    /** Two acts at once may write to the same person for the first time: the second finds the row of the first. */
    private void add(Set<String> addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        String rows = IntStream.range(0, addresses.size())
                .mapToObj(i -> "(?" + (2 * i + 1) + ", ?" + (2 * i + 2) + ")")
                .collect(Collectors.joining(", "));
        Query insert =
                entityManager.createNativeQuery("insert ignore into mail_preference (address, nonce) values " + rows);
        int at = 1;
        for (String address : new ArrayList<>(addresses)) {
            insert.setParameter(at++, address).setParameter(at++, LinkTokens.newNonce());
        }
        insert.executeUpdate();
    }

    /** Somebody's address was corrected: what they chose goes along, and links in mails to the former one end. */
    void move(EmailAddress before, EmailAddress now) {
        if (of(now.value()).isPresent()) {
            forget(Set.of(before.value()));
            return;
        }
        entityManager
                .createNativeQuery("update mail_preference set address = ?1, nonce = ?2 where address = ?3")
                .setParameter(1, now.value())
                .setParameter(2, LinkTokens.newNonce())
                .setParameter(3, before.value())
                .executeUpdate();
    }

    void forget(Collection<String> addresses) {
        for (String address : addresses) {
            entityManager
                    .createNativeQuery("delete from mail_preference where address = ?1")
                    .setParameter(1, address)
                    .executeUpdate();
        }
    }
}

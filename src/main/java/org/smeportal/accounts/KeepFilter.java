package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.platform.Violation;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Somebody keeps a list as it is filtered now, for themselves; the same name again shows the new filter. */
@UseCase
@Requires(Permission.CHANGE_OWN_ACCOUNT)
public class KeepFilter {
    static final int MOST = 30;
    private static final int LONGEST_QUERY = 1000;

    private final EntityManager entityManager;
    private final CurrentUser user;

    @Inject
    public KeepFilter(EntityManager entityManager, CurrentUser user) {
        this.entityManager = entityManager;
        this.user = user;
    }

    /** {@code page} is the path of the list, {@code query} what stands behind its question mark. */
    public record Kept(String page, String name, String query) implements AuditedCommand {
        public Kept {
            page = Words.line(page, 80);
            if (name.isBlank()) {
                throw new Refused("accounts.refused.filterName").at("filterName");
            }
            name = Words.line(name, 80);
            String typed = Words.optionalLine(query, LONGEST_QUERY);
            query = typed == null ? "" : typed;
        }

        @Override
        public String auditSubject() {
            return page;
        }

        @Override
        public @Nullable String auditDetail() {
            return name;
        }
    }

    public void keep(Kept kept) {
        Optional<SavedFilter> sameName = entityManager
                .createQuery(
                        "select v from SavedFilter v where v.accountId = :account and v.page = :page and v.name = :name",
                        SavedFilter.class)
                .setParameter("account", user.accountId())
                .setParameter("page", kept.page())
                .setParameter("name", kept.name())
                .getResultStream()
                .findFirst();
        if (sameName.isPresent()) {
            sameName.get().nowShows(kept.query());
        } else if (own(kept.page()) >= MOST) {
            throw new Refused("accounts.refused.filtersMany", MOST).at("filterName");
        } else {
            entityManager.persist(new SavedFilter(user.accountId(), kept));
            Violation.flush(entityManager, new Refused("accounts.refused.filterRace").at("filterName"));
        }
    }

    private long own(String page) {
        return entityManager
                .createQuery(
                        "select count(v) from SavedFilter v where v.accountId = :account and v.page = :page",
                        Long.class)
                .setParameter("account", user.accountId())
                .setParameter("page", page)
                .getSingleResult();
    }

    /** One's own only; removing twice is removing once. */
    public void remove(UUID view) {
        entityManager
                .createQuery("delete from SavedFilter v where v.publicId = :id and v.accountId = :account")
                .setParameter("id", view.toString())
                .setParameter("account", user.accountId())
                .executeUpdate();
    }
}

package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Sql;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Two SMEs who look alike are two people: they are not named as duplicates again. Said twice, it is said once. */
@UseCase
@Requires(Permission.MANAGE_SMES)
public class TellApart {
    private final EntityManager entityManager;
    private final Smes smes;
    private final Clock clock;

    @Inject
    public TellApart(EntityManager entityManager, Smes smes, Clock clock) {
        this.entityManager = entityManager;
        this.smes = smes;
        this.clock = clock;
    }

    public record Two(UUID one, UUID other) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "sme:" + one;
        }

        @Override
        public @Nullable String auditDetail() {
            return "sme:" + other;
        }
    }

    public void notTheSame(Two two) {
        Lookalikes.Ids ids = Lookalikes.Ids.of(
                smes.get(two.one()).id(), smes.get(two.other()).id());
        if (ids.one() == ids.other()) {
            throw new NotFound();
        }
        entityManager
                .createNativeQuery("insert ignore into sme_not_same (sme_id, other_id, decided_at) values (?1, ?2, ?3)")
                .setParameter(1, ids.one())
                .setParameter(2, ids.other())
                .setParameter(3, Sql.parameter(clock.instant()))
                .executeUpdate();
    }
}

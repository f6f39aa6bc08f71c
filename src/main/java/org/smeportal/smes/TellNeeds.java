package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** An SME says what they need at table and in the room; the audit trail knows that they did, not what. */
@UseCase
@Requires(Permission.TELL_OWN_NEEDS)
public class TellNeeds {
    private final EntityManager entityManager;
    private final SmeDirectory directory;
    private final Smes smes;
    private final CurrentUser user;

    @Inject
    public TellNeeds(EntityManager entityManager, SmeDirectory directory, Smes smes, CurrentUser user) {
        this.entityManager = entityManager;
        this.directory = directory;
        this.smes = smes;
        this.user = user;
    }

    /** Deliberately no command for the audit trail, and silent when printed: this is about somebody's health. */
    public record Told(
            Set<Need> needs,
            @Nullable String dietNote,
            @Nullable String accessNote) {

        public Told {
            needs = Set.copyOf(needs);
            dietNote = Words.text(dietNote, 300);
            accessNote = Words.text(accessNote, 300);
        }

        @Override
        public String toString() {
            return "needs";
        }
    }

    public void tell(Told told) {
        SmeCard me = directory.byAccount(user.accountId()).orElseThrow(NotFound::new);
        smes.getAlone(me.publicId());
        SmeNeeds needs = entityManager.find(SmeNeeds.class, me.id());
        if (needs == null) {
            needs = new SmeNeeds(me.id());
            entityManager.persist(needs);
        }
        needs.tell(told.needs(), told.dietNote(), told.accessNote());
    }
}

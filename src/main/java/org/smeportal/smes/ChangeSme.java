package org.smeportal.smes;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.CreateSme.NewSme;

/** Changes of an SME, and the break that one takes. */
@UseCase
@Requires(Permission.MANAGE_SMES)
public class ChangeSme {
    private final Smes smes;

    @Inject
    public ChangeSme(Smes smes) {
        this.smes = smes;
    }

    /** {@code version} is that of the SME as the editor saw it: who saves second is told. */
    public record Change(UUID sme, int version, NewSme facts) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "sme:" + sme;
        }

        @Override
        public @Nullable String auditDetail() {
            return facts.name();
        }
    }

    public void change(Change change) {
        Sme sme = smes.get(change.sme());
        if (sme.version() != change.version()) {
            throw new Refused("smes.refused.changed");
        }
        smes.mustBeFree(change.facts().email(), sme);
        smes.mustExist(change.facts().exams());
        smes.change(sme, change.facts());
        smes.flush(change.facts().email());
    }

    public void pause(UUID sme) {
        smes.get(sme).pause();
    }

    public void resume(UUID sme) {
        smes.get(sme).resume();
    }
}

package org.smeportal.privacy;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A programme manager deletes the data of an SME who asked for it another way, such as by letter (R1.5). */
@UseCase
@Requires(Permission.MANAGE_SMES)
public class DeleteDataOfSme {
    private final OwnDataQueries data;
    private final Forgetting forgetting;

    @Inject
    public DeleteDataOfSme(OwnDataQueries data, Forgetting forgetting) {
        this.data = data;
        this.forgetting = forgetting;
    }

    public record Deletion(UUID sme, @Nullable String reason) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "sme:" + sme;
        }

        @Override
        public @Nullable String auditDetail() {
            return reason;
        }
    }

    public void delete(Deletion deletion) {
        Words.line(deletion.reason(), 300);
        forgetting.forget(data.ofSme(deletion.sme()));
    }
}

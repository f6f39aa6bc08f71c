package org.smeportal.programme;

import jakarta.inject.Inject;
import java.util.List;
import org.smeportal.audit.AuditNote;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Sets the hosts of the vendor's documentation; the linter asks for them with each check. */
@UseCase
@Requires(Permission.MANAGE_PROGRAMME)
public class ChangeDocumentationHosts {
    private final DocumentationHosts hosts;
    private final ProgrammeSettings settings;
    private final CurrentUser user;
    private final AuditNote note;

    @Inject
    public ChangeDocumentationHosts(
            DocumentationHosts hosts, ProgrammeSettings settings, CurrentUser user, AuditNote note) {
        this.hosts = hosts;
        this.settings = settings;
        this.user = user;
        this.note = note;
    }

    /** One host in each line; nothing typed goes back to the standard. */
    public record Typed(String lines) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "programme";
        }
    }

    /** Answers whether they are other than before. */
    public boolean change(Typed typed) {
        List<String> wanted = DocumentationHosts.typed(typed.lines());
        List<String> before = hosts.all();
        if (wanted.equals(before)) {
            return false;
        }
        settings.put(DocumentationHosts.SETTING, String.join("\n", wanted), user.getName());
        note.changed(DocumentationHosts.SETTING, String.join(", ", before), String.join(", ", wanted));
        return true;
    }
}

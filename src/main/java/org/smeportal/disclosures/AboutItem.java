package org.smeportal.disclosures;

import java.util.UUID;
import org.smeportal.kernel.AuditedCommand;

/** The item that a request is about, for the trail: the request itself does not name it. */
public record AboutItem(UUID item) implements AuditedCommand {
    @Override
    public String auditSubject() {
        return "item:" + item;
    }
}

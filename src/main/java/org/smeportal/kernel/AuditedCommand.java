package org.smeportal.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A command that says what the audit trail shall keep of it: never secrets, never item text. Where the command is a secret
 * itself, such as a link's token, the result says it.
 */
public interface AuditedCommand {

    /** What the act is about, such as {@code event:17}. */
    String auditSubject();

    /** What a reader of the trail needs beside it, such as the reason given; nothing unless the command says so. */
    default @Nullable String auditDetail() {
        return null;
    }
}

package org.smeportal.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** The database's last word on what must be unique, or is pointed to: known here so that it becomes a sentence. */
public final class Violation {
    private static final int DUPLICATE = 1062;
    private static final int POINTED_TO = 1451;

    private Violation() {}

    /** Writes what changed; what somebody else took in the meantime is refused. */
    public static void flush(EntityManager entityManager, Refused whenTaken) {
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            throw has(e, DUPLICATE) ? whenTaken : e;
        }
    }

    /** Whether a row could not be removed because other rows point to it. */
    public static boolean isOfReference(PersistenceException e) {
        return has(e, POINTED_TO);
    }

    private static boolean has(@Nullable Throwable e, int code) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == code) {
                return true;
            }
        }
        return false;
    }
}

package org.smeportal.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** The database's last word on what must be unique, as a sentence: somebody else was faster. */
public final class UniqueKeys {
    private static final int DUPLICATE = 1062;

    private UniqueKeys() {}

    /** Writes what changed; what somebody else took in the meantime is refused. */
    public static void flush(EntityManager entityManager, Refused whenTaken) {
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            throw isDuplicate(e) ? whenTaken : e;
        }
    }

    private static boolean isDuplicate(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE) {
                return true;
            }
        }
        return false;
    }
}

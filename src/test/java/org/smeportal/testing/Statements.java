package org.smeportal.testing;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** The SQL statements that EclipseLink sent on this thread since {@link #reset()}. */
public final class Statements extends SessionEventAdapter {

    private final ThreadLocal<List<String>> sent = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public void preExecuteCall(SessionEvent event) {
        if (event.getCall() instanceof DatabaseCall call) {
            sent.get().add(call.getSQLString());
        }
    }

    public void reset() {
        sent.get().clear();
    }

    public List<String> sent() {
        return List.copyOf(sent.get());
    }

    public int count() {
        return sent.get().size();
    }
}

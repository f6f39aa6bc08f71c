package org.smeportal.platform;

import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The work of a timer: never twice at once on one node, and a failure is logged and left to the next tick, because the
 * server drops a timer for ever whose method failed twice in a row.
 */
public final class TimerWork {

    private static final Logger LOG = Logger.getLogger(TimerWork.class.getName());

    private final ReentrantLock running = new ReentrantLock();
    private final String name;

    public TimerWork(String name) {
        this.name = name;
    }

    public void run(Runnable work) {
        if (running.tryLock()) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "The " + name + " failed and is tried again at its next time");
            } finally {
                running.unlock();
            }
        }
    }
}

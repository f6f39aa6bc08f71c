package org.smeportal.reviews.web;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The screens that wait on this node for a change. As long as there are any, one short question about all their sessions goes
 * to the database several times a second: so it does not matter on which node the change was made, and nodes need not know
 * each other.
 */
@ApplicationScoped
public class Pings {
    private static final Logger LOG = Logger.getLogger(Pings.class.getName());
    private static final Duration LOOK = Duration.ofMillis(75);
    /** A line that says nothing: it finds connections that are gone, and keeps proxies from closing the others. */
    private static final int LOOKS_OF_SILENCE = 200;

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final byte[] CHANGED = "data: changed\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] STILL_HERE = ": \n\n".getBytes(StandardCharsets.UTF_8);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private int looks;
    private @Nullable ScheduledExecutorService looking;

    @Inject
    private Changes changes;

    /** Once it is over nothing more is written: the container may have given the response to another request. */
    private final class Listener implements AsyncListener {
        private final UUID session;
        private final AsyncContext connection;
        private long known;
        private boolean over;

        Listener(UUID session, long known, AsyncContext connection) {
            this.session = session;
            this.known = known;
            this.connection = connection;
        }

        synchronized void say(byte[] line) throws IOException {
            if (!over) {
                OutputStream out = connection.getResponse().getOutputStream();
                out.write(line);
                out.flush();
            }
        }

        private synchronized void end() {
            over = true;
            listeners.remove(this);
        }

        synchronized void complete() {
            if (over) {
                return;
            }
            end();
            try {
                connection.complete();
            } catch (IllegalStateException gone) {
                LOG.log(Level.FINE, "was over already", gone);
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            end();
        }

        @Override
        public void onError(AsyncEvent event) {
            complete();
        }

        /** The screen asks anew. */
        @Override
        public void onTimeout(AsyncEvent event) {
            complete();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // not done
        }
    }

    /** {@code known} is the change that the screen shows: it hears at once when there was another since. */
    synchronized void listen(UUID session, long known, AsyncContext connection) throws IOException {
        connection.setTimeout(LONGEST.toMillis());
        Listener listener = new Listener(session, known, connection);
        connection.addListener(listener);
        listener.say(STILL_HERE);
        listeners.add(listener);
        if (looking == null) {
            looking = Executors.newSingleThreadScheduledExecutor(Pings::thread);
            var unused = looking.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** One of our own: the server's executors hand the request that began it on to each look, which is long over by then. */
    private static Thread thread(Runnable looks) {
        Thread thread = new Thread(looks, "review-pings");
        thread.setDaemon(true);
        thread.setContextClassLoader(Pings.class.getClassLoader());
        return thread;
    }

    private void look() {
        try {
            Map<UUID, Long> present = changes.of(
                    listeners.stream().map(listener -> listener.session).collect(Collectors.toSet()));
            boolean silent = ++looks % LOOKS_OF_SILENCE == 0;
            for (Listener listener : listeners) {
                long now = present.getOrDefault(listener.session, listener.known);
                if (now != listener.known) {
                    listener.known = now;
                    say(listener, CHANGED);
                } else if (silent) {
                    say(listener, STILL_HERE);
                }
            }
            stopWithoutListeners();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "asked in vain what changed in reviews", e);
        }
    }

    private static void say(Listener listener, byte[] line) {
        try {
            listener.say(line);
        } catch (IOException | RuntimeException gone) {
            listener.complete();
        }
    }

    private synchronized void stopWithoutListeners() {
        if (listeners.isEmpty() && looking != null) {
            looking.shutdown();
            looking = null;
        }
    }

    @PreDestroy
    synchronized void close() {
        if (looking != null) {
            looking.shutdownNow();
        }
        listeners.forEach(Listener::complete);
    }
}

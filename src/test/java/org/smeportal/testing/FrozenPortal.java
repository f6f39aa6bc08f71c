package org.smeportal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.smeportal.notifications.Relay;
import org.smeportal.security.Caller;
import org.smeportal.testing.web.PlantedLeak;
import org.smeportal.testing.web.PlantedLeaks;
import org.smeportal.testing.web.SteadyClock;

/**
 * The packaged portal where time passes only when a test says so: its clock stands where the story is, its timers are left
 * out, and what they would do the test does. Two of them that live the same story answer the same.
 */
public final class FrozenPortal implements AutoCloseable {
    private static final Duration UNDO_WINDOW = Duration.ofSeconds(60);

    private final PortalProcess process;
    private final MailBox mail = MailBox.start();
    private final Rig rig;
    private final Path temporary;

    private FrozenPortal(Path jar, EmbeddedDatabase.Connection database, int port, Path folder, Instant now) {
        Map<String, String> variables =
                PortalProcess.variables(database, "http://127.0.0.1:" + port, Rig.SECRET, mail.url());
        variables.put("UNDO_WINDOW_SECONDS", Long.toString(UNDO_WINDOW.toSeconds()));
        temporary = folder.resolve("tmp");
        rig = Rig.on(
                database.url(),
                database.user(),
                database.password(),
                new StoryClock(now),
                Rig.config(UNDO_WINDOW, mail.url(), false));
        at(now);
        forgetLeaks();
        process = PortalProcess.start(jar, port, variables, folder);
    }

    /** The jar that {@link #start} takes, made of the one under test. */
    public static Path jar(Path folder) {
        return PortalJar.with(
                folder, name -> name.endsWith("Timer"), SteadyClock.class, PlantedLeak.class, PlantedLeaks.class);
    }

    public static FrozenPortal start(
            Path jar, EmbeddedDatabase.Connection database, int port, Path folder, Instant now) {
        return new FrozenPortal(jar, database, port, folder, now);
    }

    public void awaitReady() {
        process.awaitReady();
    }

    public Rig rig() {
        return rig;
    }

    public MailBox mail() {
        return mail;
    }

    public String url() {
        return process.url("");
    }

    public String lastWords() {
        return process.lastWords();
    }

    /** Time passes, for the portal and for the rig. */
    public void at(Instant now) {
        rig.clock().set(now);
        write(SteadyClock.FILE, now.toString());
    }

    public void advance(Duration duration) {
        at(rig.clock().instant().plus(duration));
    }

    /** What is due goes out. */
    public void sendMail() {
        rig.as(Caller.SYSTEM, () -> rig.get(Relay.class).run());
    }

    /** From now on that path tells who wrote the item. */
    public void plant(PlantedLeak leak, String path, String item) {
        write(PlantedLeaks.FILE, leak + "\n" + path + "\n" + item);
    }

    private void forgetLeaks() {
        try {
            Files.deleteIfExists(temporary.resolve(PlantedLeaks.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String content) {
        try {
            Path written = Files.writeString(Files.createDirectories(temporary).resolve(name + ".new"), content);
            Files.move(
                    written,
                    temporary.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.stop();
        mail.stop();
        rig.close();
    }
}

package org.smeportal.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.demo.DemoData;

/**
 * The packaged portal, started once a test run on a database of its own with the demo's data and a mail server of its own,
 * ended with the JVM.
 */
public final class PortalServer {
    public static final String PASSWORD = DemoAccounts.PASSWORD;
    private static final Duration UNDO_WINDOW = Duration.ofSeconds(60);
    private static final Path FOLDER =
            Path.of("target", "portal", Long.toString(ProcessHandle.current().pid()));
    private static PortalServer shared;

    private final EmbeddedDatabase.Connection database = EmbeddedDatabase.empty();
    private final MailBox mail = MailBox.start();
    private final int port = EmbeddedDatabase.freePort();
    private final PortalProcess process;
    private final Rig rig;

    private PortalServer() {
        // before the portal starts, whose timers would tell another story
        DemoData.loadInto(database, Rig.SECRET, url(""));
        Map<String, String> variables = PortalProcess.variables(database, url(""), Rig.SECRET, mail.url());
        variables.put("UNDO_WINDOW_SECONDS", Long.toString(UNDO_WINDOW.toSeconds()));
        process = PortalProcess.start(port, variables, FOLDER);
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop));
        rig = Rig.on(
                database.url(),
                database.user(),
                database.password(),
                new StoryClock(Clock.systemUTC().instant()),
                Rig.config(UNDO_WINDOW));
    }

    public static synchronized PortalServer shared() {
        if (shared == null) {
            shared = new PortalServer();
            shared.process.awaitReady();
        }
        return shared;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public MailBox mail() {
        return mail;
    }

    /** The same classes on the same database, for what a test needs to be there; its clock stands at the start of the run. */
    public Rig rig() {
        return rig;
    }

    public EmbeddedDatabase.Connection database() {
        return database;
    }

    /** An account that can sign in with {@link #PASSWORD} and has accepted the agreement; answers its id. */
    public long account(String email, String name, String... roles) {
        boolean known = rig.count("select count(*) from account where email = ?1", email) > 0;
        long id = known
                ? rig.count("select id from account where email = ?1", email)
                : DemoAccounts.insert(rig, email, name, "Europe/Berlin", roles);
        accept(id);
        return id;
    }

    /** The account has accepted every published version of the agreement (R1.4), so that pages open for it. */
    public void accept(long account) {
        rig.update("""
                insert into agreement_acceptance (agreement_id, account_id, accepted_at, address, text_sha256)
                select g.id, ?1, utc_timestamp(6), '203.0.113.1', sha2(g.text, 256) from agreement g
                where g.state = 'PUBLISHED' and not exists (
                    select 1 from agreement_acceptance o where o.agreement_id = g.id and o.account_id = ?1)""", account);
    }

    public String lastWords() {
        return process.lastWords();
    }
}

package org.smeportal.demo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smeportal.platform.Migration;
import org.smeportal.platform.PortalConfig;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/** Fills an empty database with the story of 2020 and a present of its own. */
public final class DemoData {
    private DemoData() {}

    /** Answers whether there was anything to load. */
    public static boolean loadInto(EmbeddedDatabase.Connection database, String secret, String baseUrl) {
        return loadInto(database, secret, baseUrl, Clock.systemUTC().instant());
    }

    /** The same with another present. */
    public static boolean loadInto(
            EmbeddedDatabase.Connection database, String secret, String baseUrl, Instant present) {
        Migration.migrate(database.url(), database.user(), database.password());
        PortalConfig config = new PortalConfig(
                URI.create(baseUrl),
                secret,
                PortalConfig.NO_SMTP,
                Optional.empty(),
                Duration.ZERO,
                Duration.ofMinutes(5),
                Optional.empty(),
                List.of(),
                false,
                true);
        StoryClock clock = new StoryClock(Instant.parse("2020-01-07T09:00:00Z"));
        try (Rig rig = Rig.on(database.url(), database.user(), database.password(), clock, config)) {
            if (rig.count("select count(*) from account") > 0) {
                return false;
            }
            ProgrammeYear year = new ProgrammeYear(rig);
            year.begin();
            year.yearOf2020();
            year.present(present);
            return true;
        }
    }
}

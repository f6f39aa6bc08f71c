package org.smeportal.demo;

import java.time.Duration;
import java.time.Instant;
import org.smeportal.platform.Migration;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/** Fills an empty database with the story of 2020 and a present of its own. */
final class DemoData {
    private DemoData() {}

    static void loadInto(EmbeddedDatabase.Connection database) {
        Migration.migrate(database.url(), database.user(), database.password());
        try (Rig rig = Rig.on(
                database.url(),
                database.user(),
                database.password(),
                new StoryClock(Instant.parse("2020-01-07T09:00:00Z")),
                Rig.config(Duration.ZERO))) {
            if (rig.count("select count(*) from account") > 0) {
                return;
            }
            DemoAccounts.insert(rig, "admin@example.org", "Ada Winter", "Europe/Dublin", "ADMIN");
            DemoAccounts.insert(rig, "pm@example.org", "Priya Nair", "Europe/Berlin", "PM");
        }
    }
}

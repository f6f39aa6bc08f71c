package org.smeportal.demo;

import org.smeportal.platform.Migration;
import org.smeportal.testing.EmbeddedDatabase;

/** Fills an empty database with the story of 2020 and a present of its own. */
final class DemoData {
    private DemoData() {}

    static void loadInto(EmbeddedDatabase.Connection database) {
        Migration.migrate(database.url(), database.user(), database.password());
    }
}

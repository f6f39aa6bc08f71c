package org.smeportal.testing.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a portal whose time is told by a test, in a file of the portal's temporary folder. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@Singleton
public class SteadyClock extends Clock {
    /** Holds one instant. */
    public static final String FILE = "clock";

    @Override
    public Instant instant() {
        try {
            return Instant.parse(Files.readString(Path.of(System.getProperty("java.io.tmpdir"), FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

package org.smeportal.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the mails fare: how many wait although they are due or were tried before, and since when; how many left in the
 * last 24 hours; how many of the last 7 days were refused or given up; whether a mail server is configured at all.
 */
public record MailHealth(
        long waiting, @Nullable Instant waitingSince, long sentLastDay, long undeliveredLastWeek, boolean withServer) {}

package org.smeportal.dashboards.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.smeportal.kernel.TimeText;
import org.smeportal.notifications.MailHealth;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;

/** What stands above everybody's home: the day, a greeting, and how the mails fare for who looks after them. */
@Named
@RequestScoped
public class HomeView {
    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private OutboxQueries outbox;

    private MailHealth mail = new MailHealth(0, null, 0, 0, true);

    public void load() {
        if (user.may(Permission.READ_OUTBOX)) {
            mail = outbox.health();
        }
    }

    public String getGreeting() {
        int hour = now().getHour();
        return hour < 12 ? "dashboards.morning" : hour < 18 ? "dashboards.afternoon" : "dashboards.evening";
    }

    public String getFirstName() {
        return user.getName().split("\\s+", 2)[0];
    }

    public String getDay() {
        return TimeText.day(now().toLocalDate());
    }

    public MailHealth getMail() {
        return mail;
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(user.getZone());
    }
}

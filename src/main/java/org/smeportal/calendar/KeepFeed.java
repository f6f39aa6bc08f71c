package org.smeportal.calendar;

import jakarta.inject.Inject;
import java.time.Clock;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Forbidden;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.LinkTokens;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Somebody makes, renews or revokes the private address of their own feed (R2.6). */
@UseCase
@Requires(Permission.SEE_CALENDAR)
public class KeepFeed {

    private final Feeds feeds;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public KeepFeed(Feeds feeds, CurrentUser user, Clock clock) {
        this.feeds = feeds;
        this.user = user;
        this.clock = clock;
    }

    /** Which of one's own feeds. */
    public record Command(FeedKind kind) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "calendar feed:" + kind;
        }
    }

    public void make(Command command) {
        feeds.add(user.accountId(), permitted(command), LinkTokens.newNonce(), clock.instant());
    }

    public void renew(Command command) {
        feeds.renew(user.accountId(), permitted(command), LinkTokens.newNonce(), clock.instant());
    }

    public void revoke(Command command) {
        feeds.remove(user.accountId(), permitted(command));
    }

    private FeedKind permitted(Command command) {
        if (!user.may(command.kind().permission())) {
            throw new Forbidden("KeepFeed " + command.kind());
        }
        return command.kind();
    }
}

package org.smeportal.disclosures;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.AuthorName;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A programme manager of the exam is shown who wrote an item, for a reason, and never while a session runs (R6.1). */
@UseCase
@Requires(Permission.SHOW_AUTHOR)
public class ShowAuthor {
    private final Disclosures disclosures;
    private final AuthorName name;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    ShowAuthor(Disclosures disclosures, AuthorName name, CurrentUser user, Clock clock) {
        this.disclosures = disclosures;
        this.name = name;
        this.user = user;
        this.clock = clock;
    }

    /** {@code reason} stands with the disclosure and is no part of the trail. */
    public record Showing(UUID item, @Nullable String reason) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "item:" + item;
        }
    }

    /** Answers the name, which only the answer to this request may show. */
    public String show(Showing showing) {
        Disclosures.HandedIn item = disclosures.item(showing.item());
        if (!disclosures.isOfTheirs(item)) {
            throw new NotFound();
        }
        String reason = Disclosures.reason(showing.reason());
        disclosures.noSessionRuns(item);
        disclosures.add(AuthorDisclosure.shown(item.id(), user.accountId(), reason, clock.instant()));
        return name.of(item.id());
    }
}

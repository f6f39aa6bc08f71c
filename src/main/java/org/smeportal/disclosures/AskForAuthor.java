package org.smeportal.disclosures;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.AuthorName;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/**
 * Whoever is no programme manager of the exam asks who wrote an item, and may look once when another person said yes (R6.1).
 * What is answered about a code depends on nothing but whether the item was handed in.
 */
@UseCase
@Requires(Permission.ASK_FOR_AUTHOR)
public class AskForAuthor {
    private final Disclosures disclosures;
    private final DisclosureMails mails;
    private final AuthorName name;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    AskForAuthor(Disclosures disclosures, DisclosureMails mails, AuthorName name, CurrentUser user, Clock clock) {
        this.disclosures = disclosures;
        this.mails = mails;
        this.name = name;
        this.user = user;
        this.clock = clock;
    }

    /** {@code reason} is for those who answer, and no part of the trail. */
    public record Question(@Nullable String code, @Nullable String reason) {}

    /** One's own request. */
    public record Request(UUID id) {}

    /** The name, which only the answer to this request may show; the trail keeps the item alone. */
    public record Shown(UUID item, String name) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "item:" + item;
        }
    }

    public AboutItem ask(Question question) {
        String code = question.code() == null ? "" : question.code().strip().toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            throw new Refused("disclosures.refused.noCode").at("code");
        }
        String reason = Disclosures.reason(question.reason());
        Disclosures.HandedIn item =
                disclosures.byCode(code).orElseThrow(() -> new Refused("disclosures.refused.noItem").at("code"));
        if (disclosures.isOfTheirs(item)) {
            throw new Refused("disclosures.refused.yours", item.exam()).at("code");
        }
        if (disclosures.waits(item)) {
            throw Disclosures.askedAlready();
        }
        AuthorDisclosure request = AuthorDisclosure.asked(item.id(), user.accountId(), reason, clock.instant());
        disclosures.add(request);
        if (mails.asked(request, item) == 0) {
            throw new Refused("disclosures.refused.nobody", item.exam());
        }
        return new AboutItem(item.publicId());
    }

    public Shown look(Request request) {
        AuthorDisclosure disclosure = disclosures.locked(request.id());
        if (disclosure.askedBy() != user.accountId()) {
            throw new NotFound();
        }
        Disclosures.HandedIn item = disclosures.item(disclosure);
        disclosure.see(clock.instant());
        disclosures.noSessionRuns(item);
        return new Shown(item.publicId(), name.of(item.id()));
    }
}

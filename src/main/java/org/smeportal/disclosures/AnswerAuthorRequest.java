package org.smeportal.disclosures;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** The second person: a programme manager of the exam says yes or no to somebody who asks who wrote an item (R6.1). */
@UseCase
@Requires(Permission.SHOW_AUTHOR)
public class AnswerAuthorRequest {
    private final Disclosures disclosures;
    private final DisclosureMails mails;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    AnswerAuthorRequest(Disclosures disclosures, DisclosureMails mails, CurrentUser user, Clock clock) {
        this.disclosures = disclosures;
        this.mails = mails;
        this.user = user;
        this.clock = clock;
    }

    public record Request(UUID id) {}

    /** The item that a request is about, for the trail. */
    public record Answered(UUID item) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "item:" + item;
        }

        @Override
        public @Nullable String auditDetail() {
            return null;
        }
    }

    /** Opens one look within {@link AuthorDisclosure#OPEN}. */
    public Answered allow(Request request) {
        return answer(request, Answer.YES);
    }

    public Answered decline(Request request) {
        return answer(request, Answer.NO);
    }

    private Answered answer(Request request, Answer answer) {
        AuthorDisclosure disclosure = disclosures.locked(request.id());
        Disclosures.HandedIn item = disclosures.item(disclosure);
        if (!disclosures.isOfTheirs(item)) {
            throw new NotFound();
        }
        disclosure.answer(answer, user.accountId(), clock.instant());
        mails.answered(disclosure);
        return new Answered(item.publicId());
    }
}

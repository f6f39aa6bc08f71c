package org.smeportal.disclosures;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
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

    /** Opens one look within {@link AuthorDisclosure#OPEN}. */
    public AboutItem allow(Request request) {
        return answer(request, Answer.YES);
    }

    public AboutItem decline(Request request) {
        return answer(request, Answer.NO);
    }

    private AboutItem answer(Request request, Answer answer) {
        AuthorDisclosure disclosure = disclosures.locked(request.id());
        Disclosures.HandedIn item = disclosures.item(disclosure);
        if (!disclosures.isOfTheirs(item)) {
            throw new NotFound();
        }
        disclosure.answer(answer, user.accountId(), clock.instant());
        mails.answered(disclosure);
        return new AboutItem(item.publicId());
    }
}

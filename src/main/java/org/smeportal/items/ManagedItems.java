package org.smeportal.items;

import jakarta.inject.Inject;
import java.util.UUID;
import org.smeportal.exams.ExamDuties;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Duty;

/** Items in the hands of a programme manager: those of the exams that are theirs, and never ones that they wrote. */
@Repository
class ManagedItems {
    private final Items items;
    private final AuthorGuard authors;
    private final ExamDuties duties;
    private final CurrentUser user;

    @Inject
    ManagedItems(Items items, AuthorGuard authors, ExamDuties duties, CurrentUser user) {
        this.items = items;
        this.authors = authors;
        this.duties = duties;
        this.user = user;
    }

    /** For reading: a draft belongs to its author alone, whoever asks. */
    Item handedIn(UUID publicId) {
        return mine(items.one(publicId));
    }

    /** For deciding. */
    Item toDecide(UUID publicId) {
        Item item = mine(items.locked(publicId));
        if (!authors.mayDecide(item.id(), user.accountId())) {
            throw new Refused("items.refused.ownItem");
        }
        return item;
    }

    private Item mine(Item item) {
        if (item.revision() == 0 || !duties.has(user.accountId(), item.examId(), Duty.PM)) {
            throw new NotFound();
        }
        return item;
    }
}

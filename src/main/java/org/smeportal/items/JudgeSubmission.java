package org.smeportal.items;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A programme manager gives an item back to its author, or ends one that asks what another asks. */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
public class JudgeSubmission {
    static final int LONGEST_REASON = 2000;

    private final ManagedItems items;
    private final BackToAuthor back;

    @Inject
    public JudgeSubmission(ManagedItems items, BackToAuthor back) {
        this.items = items;
        this.back = back;
    }

    /** {@code revision} is the one that was read; {@code reason} is for the author, and no part of the trail. */
    public record Judgement(
            UUID item, int revision, @Nullable String reason) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "item:" + item;
        }
    }

    public void giveBack(Judgement judgement) {
        String reason = reason(judgement);
        back.give(judged(judgement), ItemAct.RETURN, reason);
    }

    public void duplicate(Judgement judgement) {
        String reason = reason(judgement);
        back.end(judged(judgement), ItemAct.DUPLICATE, reason);
    }

    private static String reason(Judgement judgement) {
        String reason = Words.text(judgement.reason(), LONGEST_REASON);
        if (reason == null) {
            throw new Refused("items.refused.noReason").at("reason");
        }
        return reason;
    }

    private Item judged(Judgement judgement) {
        Item item = items.toDecide(judgement.item());
        if (item.revision() != judgement.revision() || item.status() != ItemStatus.SUBMITTED) {
            throw new Refused("items.refused.movedOn", item.status());
        }
        return item;
    }
}

package org.smeportal.smes;

import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountState;
import org.smeportal.smes.SmeQueries.Row;

/** What can be done with many SMEs at once. */
public enum BulkAct {
    /** No new invitations until taken up again. */
    PAUSE,
    /** Ends the pause. */
    RESUME,
    /** An account, and a mailed link to set its password. */
    INVITE,
    /** Qualified for an exam from now on. */
    QUALIFY,
    /** Not qualified for an exam any more. */
    DISQUALIFY;

    public boolean needsExam() {
        return this == QUALIFY || this == DISQUALIFY;
    }

    /** Why nothing would come of it for this SME, as the key of the sentence; null when something would. */
    public @Nullable String against(Row sme, long examId) {
        return switch (this) {
            case PAUSE -> sme.state() == SmeState.PAUSED ? "smes.bulk.against.paused" : null;
            case RESUME -> sme.state() == SmeState.ACTIVE ? "smes.bulk.against.running" : null;
            case INVITE ->
                sme.account() == AccountState.ACTIVE
                        ? "smes.bulk.against.account"
                        : sme.account() == AccountState.CLOSED ? "smes.bulk.against.closed" : null;
            case QUALIFY -> sme.examIds().contains(examId) ? "smes.bulk.against.qualified" : null;
            case DISQUALIFY -> sme.examIds().contains(examId) ? null : "smes.bulk.against.unqualified";
        };
    }
}

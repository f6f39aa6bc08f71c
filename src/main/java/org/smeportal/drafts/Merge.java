package org.smeportal.drafts;

import org.jspecify.annotations.Nullable;

/** What becomes of a typed field beside the one that is stored (R5.1: never a silent overwrite). */
final class Merge {
    private Merge() {}

    enum Outcome {
        /** Nobody else wrote meanwhile: it is stored. */
        STORE,
        /** It stands like that already, also when an answer was lost on its way. */
        SAME,
        /** Somebody else wrote it meanwhile: both texts are shown, the writer chooses. */
        CONFLICT
    }

    static Outcome of(Typed typed, @Nullable Stored stored, String writer) {
        if (stored == null) {
            return Outcome.STORE;
        }
        if (stored.value().equals(typed.value())) {
            return Outcome.SAME;
        }
        boolean seen = typed.base() == stored.version() || stored.writer().equals(writer);
        return seen ? Outcome.STORE : Outcome.CONFLICT;
    }
}

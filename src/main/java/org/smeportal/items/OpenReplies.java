package org.smeportal.items;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a group review asks of the author of an item that is back at the desk; reviews come later in the house than items. */
public interface OpenReplies {
    /**
     * {@code comments} can be answered, {@code unanswered} of them have to be before the item is handed in again;
     * {@code revision} is the one that was voted on, null where no group reviewed the item.
     */
    record Asked(int comments, int unanswered, @Nullable Integer revision) {
        public static final Asked NOTHING = new Asked(0, 0, null);

        public boolean isReviewed() {
            return revision != null;
        }
    }

    /** Of an item in revision; nothing of any other. */
    Asked of(UUID item);
}

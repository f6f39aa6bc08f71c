package org.smeportal.notifications;

import java.util.List;

/**
 * Messages of which nobody but the recipient learns (R6.1): that an item came back tells who wrote it, and so would a
 * try, an address that bounces, or that there is none because somebody wants no such mails. They are in no list, figure,
 * file or log, nobody tries them again by hand, and they take a number whether they are sent or not.
 */
public final class Confidential {
    /** Mails to the author of an item. */
    static final List<String> KINDS =
            List.of("item-returned", "item-ended", "item-accepted", "item-editorial", "item-handed-over");

    /** A condition on {@code outbox_message}: for everybody who may see messages. */
    public static final String NOT_CONFIDENTIAL = "kind not in ('" + String.join("', '", KINDS) + "')";

    private Confidential() {}

    static boolean is(String kind) {
        return KINDS.contains(kind);
    }
}

package org.smeportal.invitations;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The messages about an invitation; the code is the outbox's kind and the template's name. */
enum MailKind {
    INVITE("invitation-invite"),
    REMIND("invitation-remind"),
    /** The answer as it was noted, with the calendar entry that carries it. */
    ANSWERED("invitation-answered"),
    SEAT("invitation-seat"),
    OFFER("invitation-offer"),
    UPDATE("invitation-update"),
    WITHDRAW("invitation-withdraw"),
    CANCEL("invitation-cancel");

    private final String code;

    MailKind(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Set<String> codes() {
        return Arrays.stream(values()).map(MailKind::code).collect(Collectors.toUnmodifiableSet());
    }

    static MailKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}

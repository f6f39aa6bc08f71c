package org.smeportal.invitations;

/** Answers as home counts them: a held seat is as good as a yes, and who was not asked yet has not answered. */
public enum AnswerGroup {
    ACCEPTED(InvitationStatus.ACCEPTED, InvitationStatus.OFFERED),
    OPEN(InvitationStatus.SENT, InvitationStatus.QUEUED),
    WAITING(InvitationStatus.WAITLISTED, InvitationStatus.WAITLISTED),
    DECLINED(InvitationStatus.DECLINED, InvitationStatus.DECLINED);

    private final InvitationStatus one;
    private final InvitationStatus other;

    AnswerGroup(InvitationStatus one, InvitationStatus other) {
        this.one = one;
        this.other = other;
    }

    InvitationStatus one() {
        return one;
    }

    InvitationStatus other() {
        return other;
    }
}

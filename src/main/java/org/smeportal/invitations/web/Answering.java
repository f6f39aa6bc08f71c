package org.smeportal.invitations.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.smeportal.events.Modality;
import org.smeportal.invitations.Answer;
import org.smeportal.invitations.InvitationStatus;
import org.smeportal.invitations.RsvpQueries;
import org.smeportal.kernel.NotFound;

/** What the pages share on which an SME answers: by the link of the mail, and signed in. */
public abstract class Answering {

    private RsvpQueries.@Nullable Rsvp rsvp;
    private @Nullable Modality where;

    abstract Optional<RsvpQueries.Rsvp> read();

    abstract void send(Answer answer, @Nullable Modality chosen);

    /** The address of the page, where the answered page is shown again. */
    abstract String address();

    abstract @Nullable String wished();

    public void load() {
        RsvpQueries.Rsvp found = read().orElseThrow(NotFound::new);
        rsvp = found;
        if (where == null) {
            where = found.seat() == null ? Modality.HYBRID : found.seat();
        }
    }

    public void yes() {
        answer(Answer.YES);
    }

    public void maybe() {
        answer(Answer.MAYBE);
    }

    public void no() {
        answer(Answer.NO);
    }

    private void answer(Answer answer) {
        send(answer, getRsvp().event().modality() == Modality.HYBRID ? where : null);
        Faces.redirect(address());
    }

    public RsvpQueries.Rsvp getRsvp() {
        if (rsvp == null) {
            throw new NotFound();
        }
        return rsvp;
    }

    public boolean isOpen() {
        return getRsvp().closed() == null;
    }

    public boolean isAnswered() {
        return switch (getRsvp().status()) {
            case QUEUED, SENT -> false;
            default -> true;
        };
    }

    /** The event changed: the seat is held until the yes is said once more (R2.4). */
    public boolean isAskedAgain() {
        return getRsvp().answerAgainBy() != null;
    }

    public boolean isHybrid() {
        return getRsvp().event().modality() == Modality.HYBRID;
    }

    /** A seat for which the answer yes was given already is not offered again, but where it is can be changed. */
    public boolean isYesPossible() {
        InvitationStatus status = getRsvp().status();
        return isHybrid()
                || isAskedAgain()
                || (status != InvitationStatus.ACCEPTED && status != InvitationStatus.WAITLISTED);
    }

    public boolean isMaybePossible() {
        InvitationStatus status = getRsvp().status();
        return !getRsvp().late() && status != InvitationStatus.TENTATIVE && status != InvitationStatus.OFFERED;
    }

    public boolean isNoPossible() {
        return getRsvp().status() != InvitationStatus.DECLINED;
    }

    /** The key of the words on the button that says yes. */
    public String getYesKey() {
        RsvpQueries.Rsvp known = getRsvp();
        if (isAskedAgain()) {
            return "invitations.rsvp.yes.again";
        }
        if (known.status() == InvitationStatus.ACCEPTED || known.status() == InvitationStatus.WAITLISTED) {
            return "invitations.rsvp.yes.move";
        }
        boolean queue = known.status() != InvitationStatus.OFFERED
                && (known.late() || known.freeSeats() == 0 || (!isHybrid() && known.someoneWaits()));
        return queue ? "invitations.rsvp.yes.queue" : "invitations.rsvp.yes";
    }

    /** A maybe holds no seat and no number, which whoever has one reads before the click. */
    public String getMaybeKey() {
        return switch (getRsvp().status()) {
            case ACCEPTED -> "invitations.rsvp.maybe.seat";
            case WAITLISTED -> "invitations.rsvp.maybe.queue";
            default -> "invitations.rsvp.maybe";
        };
    }

    /** The key of the rules that still matter: who has answered knows what a yes does. */
    public String getRulesKey() {
        return getRsvp().late()
                ? "invitations.rsvp.rules.late"
                : isAnswered() ? "invitations.rsvp.rules.answered" : "invitations.rsvp.rules";
    }

    /** The key of the words on the button that says no. */
    public String getNoKey() {
        return switch (getRsvp().status()) {
            case ACCEPTED -> "invitations.rsvp.no.seat";
            case WAITLISTED -> "invitations.rsvp.no.queue";
            default -> "invitations.rsvp.no";
        };
    }

    /** The one button that stands out: the wished one; else yes, as long as nothing was answered. */
    public String getPrimary() {
        String wished = wished();
        if ("no".equals(wished) && isNoPossible()) {
            return "NO";
        }
        if ("maybe".equals(wished) && isMaybePossible()) {
            return "MAYBE";
        }
        InvitationStatus status = getRsvp().status();
        boolean decided = (status == InvitationStatus.ACCEPTED && !isAskedAgain())
                || status == InvitationStatus.WAITLISTED
                || (status == InvitationStatus.DECLINED && !"yes".equals(wished));
        return isYesPossible() && !decided ? "YES" : "";
    }

    public List<Modality> getPlaces() {
        return List.of(Modality.values());
    }

    public @Nullable Modality getWhere() {
        return where;
    }

    public void setWhere(@Nullable Modality where) {
        this.where = where;
    }
}

package org.smeportal.applications;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.security.LinkTokens;

/**
 * Somebody's application to become an SME. Its state changes by the verbs below only, and {@link Applications#move}
 * writes each move down. The nonce belongs to the private links that were mailed: a new one ends them.
 */
@Entity
@Table(name = "application")
class Application {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    @Column(name = "draft_hash")
    private @Nullable String draftHash;

    private String nonce;

    @Column(name = "invite_id")
    private @Nullable Long inviteId;

    private @Nullable String email;
    private @Nullable String name;
    private @Nullable String country;
    private @Nullable String zone;
    private @Nullable String employer;
    private @Nullable String certifications;

    @Column(name = "years_experience")
    private @Nullable Integer yearsExperience;

    private @Nullable String expertise;
    private @Nullable String languages;
    private @Nullable String motivation;

    @Column(name = "heard_of")
    private @Nullable String heardOf;

    @Enumerated(EnumType.STRING)
    private @Nullable Attendance attendance;

    /** How far the form was filled in. */
    private int step;

    @Column(name = "privacy_at")
    private @Nullable Instant privacyAt;

    @Column(name = "contact_at")
    private @Nullable Instant contactAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @Column(name = "promised_on")
    private @Nullable LocalDate promisedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    @Column(name = "decision_reason")
    private @Nullable String decisionReason;

    @Column(name = "decided_by")
    private @Nullable Long decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "sme_id")
    private @Nullable Long smeId;

    @Column(name = "live_key")
    private @Nullable String liveKey;

    @Column(name = "scores_in")
    private int scoresIn;

    /** The mean of both totals; unknown until both are in. */
    private @Nullable BigDecimal score;

    private boolean disagreement;

    @Version
    private int version;

    @ElementCollection
    @CollectionTable(name = "application_exam", joinColumns = @JoinColumn(name = "application_id"))
    @Column(name = "exam_id")
    private Set<Long> exams = new HashSet<>();

    protected Application() {}

    /** A draft that goes on in the browser whose cookie has that hash. */
    Application(String draftHash, @Nullable Long inviteId, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.state = ApplicationState.DRAFT;
        this.draftHash = draftHash;
        this.inviteId = inviteId;
        this.nonce = LinkTokens.newNonce();
        this.step = 1;
        this.createdAt = now;
        this.changedAt = now;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    UUID publicId() {
        return UUID.fromString(publicId);
    }

    ApplicationState state() {
        return state;
    }

    String nonce() {
        return nonce;
    }

    @Nullable
    Long inviteId() {
        return inviteId;
    }

    int version() {
        return version;
    }

    int step() {
        return step;
    }

    @Nullable
    LocalDate promisedOn() {
        return promisedOn;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    Decision decision() {
        return decision;
    }

    @Nullable
    String decisionReason() {
        return decisionReason;
    }

    @Nullable
    Long decidedBy() {
        return decidedBy;
    }

    int scoresIn() {
        return scoresIn;
    }

    /** What somebody who decides must have seen. */
    String standing() {
        return Standing.of(state, decidedAt);
    }

    /** The address of an application that was sent. */
    String email() {
        if (email == null) {
            throw new IllegalStateException("a draft");
        }
        return email;
    }

    /** The name of an application that was sent. */
    String name() {
        return name == null ? email() : name;
    }

    Answers answers() {
        return new Answers(
                email,
                name,
                country,
                zone,
                employer,
                Set.copyOf(exams),
                certifications,
                yearsExperience,
                expertise,
                languages,
                motivation,
                heardOf,
                attendance);
    }

    /**
     * What was typed so far; possible until the first score. The address stays once it is confirmed, and the links that
     * were mailed to one that was typed wrongly end.
     */
    void write(Answers answers, int reached, Instant now) {
        if (state != ApplicationState.DRAFT
                && state != ApplicationState.UNCONFIRMED
                && state != ApplicationState.SUBMITTED) {
            throw new Refused("applications.refused.late");
        }
        if (state == ApplicationState.UNCONFIRMED && !answers.missing().isEmpty()) {
            throw new Refused("applications.refused.missing", answers.missing().size())
                    .at(answers.missing().get(0));
        }
        if (confirmedAt == null) {
            boolean corrected = state == ApplicationState.UNCONFIRMED && !email().equals(answers.email());
            nonce = corrected ? LinkTokens.newNonce() : nonce;
            email = answers.email();
        }
        name = answers.name();
        country = answers.country();
        zone = answers.zone();
        employer = answers.employer();
        certifications = answers.certifications();
        yearsExperience = answers.yearsExperience();
        expertise = answers.expertise();
        languages = answers.languages();
        motivation = answers.motivation();
        heardOf = answers.heardOf();
        attendance = answers.attendance();
        exams.retainAll(answers.exams());
        exams.addAll(answers.exams());
        step = Math.max(step, reached);
        changedAt = now;
    }

    /** Somebody was asked to apply and came by that link. */
    void invitedBy(long invite) {
        inviteId = inviteId == null ? invite : inviteId;
    }

    /** The whole form is sent, or sent again with a corrected address: the browser goes on until that is confirmed. */
    void send(boolean mayContactLater, Instant now) {
        if (state != ApplicationState.UNCONFIRMED) {
            become(ApplicationState.UNCONFIRMED);
        }
        privacyAt = now;
        contactAt = mayContactLater ? now : null;
        sentAt = now;
        changedAt = now;
    }

    /** The browser that filled it in forgets it; the mailed link stays. */
    void leaveBrowser() {
        draftHash = null;
    }

    /** Ends every link that was mailed so far. */
    void renewLinks() {
        nonce = LinkTokens.newNonce();
    }

    /** The address is the applicant's: the application counts, and an answer is promised. */
    void confirm(LocalDate promised, Instant now) {
        become(ApplicationState.SUBMITTED);
        confirmedAt = now;
        promisedOn = promised;
        draftHash = null;
    }

    /** A reviewer scored it: what is known of all scores now. */
    void scored(Scores scores) {
        if (state == ApplicationState.SUBMITTED) {
            become(ApplicationState.IN_REVIEW);
        }
        scoresIn = scores.in();
        score = scores.mean();
        disagreement = scores.disagreement();
    }

    void promise(LocalDate day) {
        mustBeLive();
        promisedOn = day;
    }

    void withdraw() {
        become(ApplicationState.WITHDRAWN);
        decision = null;
        decisionReason = null;
        decidedBy = null;
        decidedAt = null;
    }

    /** Taken, and not told yet: it can be taken anew until it is published. */
    void decide(Decision taken, @Nullable String reason, long by, Instant now) {
        mustBeLive();
        if (!state.mayBecome(taken.state())) {
            throw new Refused("applications.refused.decision", taken, state);
        }
        decision = taken;
        decisionReason = reason;
        decidedBy = by;
        decidedAt = now;
    }

    void undecide() {
        mustBeLive();
        decision = null;
        decisionReason = null;
        decidedBy = null;
        decidedAt = null;
    }

    /** The applicant is told. {@code sme}: who they are now, when they are accepted. */
    void publish(@Nullable Long sme, Instant now) {
        Decision taken = decision;
        if (taken == null) {
            throw new Refused("applications.refused.undecided", name());
        }
        become(taken.state());
        smeId = sme;
        publishedAt = now;
        if (state == ApplicationState.WAITLISTED) {
            decision = null;
            decisionReason = null;
            decidedBy = null;
            decidedAt = null;
        }
    }

    private void become(ApplicationState next) {
        if (!state.mayBecome(next)) {
            throw new Refused("applications.refused.state", name == null ? "" : name, state);
        }
        state = next;
        liveKey = next.isLive() ? email : null;
    }

    private void mustBeLive() {
        if (!state.isLive()) {
            throw new Refused("applications.refused.state", name == null ? "" : name, state);
        }
    }
}

package org.smeportal.applications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.Throttle;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;
import org.smeportal.security.LinkTokens;

/** Somebody fills in the form, step by step; the cookie of their browser finds the draft again (R1.1). */
@UseCase
public class FillInApplication {
    static final int MOST_DRAFTS = 30;
    static final int MOST_STEPS = 150;

    private final Applications applications;
    private final ApplicationLinks links;
    private final ApplyInvites invites;
    private final Throttle throttle;
    private final Clock clock;

    @Inject
    public FillInApplication(
            Applications applications, ApplicationLinks links, ApplyInvites invites, Throttle throttle, Clock clock) {
        this.applications = applications;
        this.links = links;
        this.invites = invites;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * A step as it was typed. {@code secret}: of the cookie, none before the first step; {@code version}: of the draft
     * that the form was opened with; {@code invite}: the token of the link that asked to apply.
     */
    public record Step(
            @Nullable String secret,
            int version,
            FormStep step,
            Answers answers,
            @Nullable String invite,
            String address) {}

    /** The secret for the cookie, and the version that the next form begins with. */
    public record Saved(String application, String secret, int version) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return application;
        }

        @Override
        public String toString() {
            return application;
        }
    }

    /** What another tab saved in the meantime is never written over without a word. */
    @Anonymous("whoever applies has no account; the cookie of the browser finds the draft")
    public Saved save(Step typed) {
        if (!throttle.use("apply-step", typed.address(), MOST_STEPS)) {
            throw new Refused("applications.refused.throttled");
        }
        String known = typed.secret();
        Optional<Application> found = known == null ? Optional.empty() : applications.draft(DraftSecret.hash(known));
        String secret = found.isPresent() && known != null ? known : LinkTokens.newSecret();
        Application draft = found.orElseGet(() -> begin(secret, typed));
        Answers stored = draft.answers();
        if (!typed.step().same(stored, typed.answers())) {
            if (found.isPresent() && draft.version() != typed.version()) {
                throw new Refused("applications.refused.otherTab");
            }
            draft.write(
                    typed.step().merged(stored, typed.answers()), typed.step().number(), clock.instant());
        }
        invite(typed.invite()).ifPresent(draft::invitedBy);
        applications.flush();
        return new Saved("application:" + draft.publicId(), secret, draft.version());
    }

    /** The draft is deleted; a form that was sent is only forgotten by this browser. */
    @Anonymous("the cookie of the browser finds the draft")
    public void startOver(@Nullable String secret) {
        Optional<Application> found = secret == null ? Optional.empty() : applications.draft(DraftSecret.hash(secret));
        found.ifPresent(draft -> {
            if (draft.state() == ApplicationState.DRAFT) {
                applications.remove(draft);
            } else {
                draft.leaveBrowser();
            }
        });
    }

    private Application begin(String secret, Step typed) {
        if (!throttle.use("apply-draft", typed.address(), MOST_DRAFTS)) {
            throw new Refused("applications.refused.throttled");
        }
        Application draft = new Application(DraftSecret.hash(secret), null, clock.instant());
        applications.add(draft);
        return draft;
    }

    private Optional<Long> invite(@Nullable String token) {
        return links.openInvited(token)
                .flatMap(opened -> invites.open(opened.subject(), opened.nonce()))
                .map(ApplyInvite::id);
    }
}

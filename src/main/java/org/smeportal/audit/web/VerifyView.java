package org.smeportal.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.AuditQueries;
import org.smeportal.audit.TrailHead;
import org.smeportal.audit.VerifyTrail;
import org.smeportal.kernel.TimeText;
import org.smeportal.platform.Text;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** Where the chain ends, and the check of all of it. */
@Named
@RequestScoped
public class VerifyView {
    @Inject
    private AuditQueries audit;

    @Inject
    private VerifyTrail verify;

    @Inject
    private CurrentUser user;

    @Inject
    private Text text;

    @Inject
    private Messages messages;

    private TrailHead head = new TrailHead(0, "", null);
    private @Nullable String known;

    public void load() {
        head = audit.head();
    }

    public String check() {
        VerifyTrail.Verdict verdict = verify.verify(VerifyTrail.KnownHead.of(known));
        VerifyTrail.Finding finding = verdict.finding();
        if (finding == null) {
            messages.note("audit.verify.inOrder", verdict.inOrder());
        } else {
            messages.warn(
                    "audit.fault." + finding.fault(),
                    finding.position(),
                    finding.entry() == null ? "" : Long.toString(finding.entry()),
                    moment(finding.at()),
                    finding.act() == null ? "" : words(finding.act()));
        }
        return "/app/audit/verify?faces-redirect=true";
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "" : TimeText.moment(at, user.getZone());
    }

    private String words(String act) {
        String words = text.of("audit.act." + act);
        return words.startsWith("audit.act.") ? act : words;
    }

    public TrailHead getHead() {
        return head;
    }

    public @Nullable String getKnown() {
        return known;
    }

    public void setKnown(@Nullable String known) {
        this.known = known;
    }
}

package org.smeportal.agreements.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.agreements.AcceptAgreement;
import org.smeportal.agreements.AgreementQueries;
import org.smeportal.kernel.Words;
import org.smeportal.platform.WordDiff;
import org.smeportal.platform.web.ClientAddress;
import org.smeportal.platform.web.Messages;
import org.smeportal.platform.web.Urls;
import org.smeportal.security.CurrentUser;

/** The agreement to accept before anything else opens: what is different from the one accepted before, then all of it. */
@Named
@RequestScoped
public class AcceptView {
    @Inject
    private AgreementQueries agreements;

    @Inject
    private AcceptAgreement accept;

    @Inject
    private ClientAddress client;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private AgreementQueries.@Nullable Version asked;
    private AgreementQueries.@Nullable Version former;
    private List<WordDiff.Paragraph> differences = List.of();
    private @Nullable String shown;
    private boolean read;
    private @Nullable String from;

    /** Before an act too: a refusal shows the version that is in force by now. */
    @PostConstruct
    void open() {
        long account = user.accountId();
        AgreementQueries.Version inForce = agreements.inForce(account).orElse(null);
        asked = inForce;
        if (inForce != null && inForce.acceptedAt() == null) {
            former = agreements.lastAccepted(account).orElse(null);
            differences = former == null ? List.of() : WordDiff.between(former.text(), inForce.text());
        }
    }

    public void accept() throws IOException {
        UUID version = Words.named(shown);
        boolean confirmed = read;
        // what is ticked belongs to the text that was shown: a newer one is to be read first
        read = read && version.toString().equals(getShown());
        accept.accept(new AcceptAgreement.Acceptance(version, confirmed, client.get()));
        messages.note("agreements.accepted.note");
        faces.getExternalContext().redirect(Urls.local(from, "/app/home"));
    }

    public boolean isDue() {
        return asked != null && asked.acceptedAt() == null;
    }

    public AgreementQueries.@Nullable Version getAsked() {
        return asked;
    }

    public AgreementQueries.@Nullable Version getFormer() {
        return former;
    }

    public List<WordDiff.Paragraph> getDifferences() {
        return differences;
    }

    public @Nullable String getShown() {
        return asked == null ? null : asked.publicId().toString();
    }

    public void setShown(@Nullable String shown) {
        this.shown = shown;
    }

    public boolean isRead() {
        return read;
    }

    public void setRead(boolean read) {
        this.read = read;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }
}

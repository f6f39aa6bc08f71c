package org.smeportal.agreements.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.agreements.AgreementQueries;
import org.smeportal.agreements.KeepAgreement;
import org.smeportal.agreements.Wording;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** The draft of the next version; a new one begins with the text in force. */
@Named
@RequestScoped
public class AgreementEditView {
    @Inject
    private AgreementQueries agreements;

    @Inject
    private KeepAgreement keep;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private int version;
    private String title = "";
    private @Nullable String body;
    private @Nullable String changes;

    public void load() {
        AgreementQueries.Version shown = id == null
                ? agreements.inForce(user.accountId()).orElse(null)
                : draft().filter(AgreementQueries.Version::isDraft).orElseThrow(NotFound::new);
        if (shown != null) {
            version = shown.version();
            title = shown.title();
            body = shown.text();
            changes = id == null ? null : shown.changes();
        }
    }

    public void save() {
        Wording wording = new Wording(title, body == null ? "" : body, changes);
        UUID saved;
        if (id == null) {
            saved = keep.draft(wording);
        } else {
            saved = draft().orElseThrow(NotFound::new).publicId();
            keep.change(new KeepAgreement.Change(saved, version, wording));
        }
        messages.note("agreements.saved");
        Faces.redirect("/app/agreements/publish-agreement/%s", saved.toString());
    }

    private Optional<AgreementQueries.Version> draft() {
        return Optional.ofNullable(Words.uuid(id)).flatMap(known -> agreements.one(known, user.accountId()));
    }

    public @Nullable String getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title == null ? "" : title;
    }

    public @Nullable String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body;
    }

    public @Nullable String getChanges() {
        return changes;
    }

    public void setChanges(@Nullable String changes) {
        this.changes = changes;
    }
}

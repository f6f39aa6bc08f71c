package org.smeportal.agreements.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.agreements.AgreementQueries;
import org.smeportal.agreements.KeepAgreement;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.WordDiff;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** A draft as SMEs will see it, what is different from the version in force, and who will be asked once it is published. */
@Named
@RequestScoped
public class PublishAgreementView {
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

    private AgreementQueries.@Nullable Version draft;
    private AgreementQueries.@Nullable Version former;
    private List<WordDiff.Paragraph> differences = List.of();
    private long asked;
    private int seen;

    @PostConstruct
    void open() {
        AgreementQueries.Version found = Optional.ofNullable(Words.uuid(id))
                .flatMap(known -> agreements.one(known, user.accountId()))
                .orElseThrow(NotFound::new);
        draft = found;
        seen = found.version();
        former = agreements.before(found.number()).orElse(null);
        differences = former == null ? List.of() : WordDiff.between(former.text(), found.text());
        asked = agreements.asked();
    }

    public void publish() {
        keep.publish(seen());
        messages.note("agreements.published.note", asked);
        Faces.redirect("/app/agreements/agreement-list");
    }

    public void discard() {
        keep.discard(seen());
        messages.note("agreements.discarded");
        Faces.redirect("/app/agreements/agreement-list");
    }

    private KeepAgreement.Publishing seen() {
        return new KeepAgreement.Publishing(
                getDraft().publicId(), seen, getDraft().title());
    }

    public AgreementQueries.Version getDraft() {
        if (draft == null) {
            throw new NotFound();
        }
        return draft;
    }

    public AgreementQueries.@Nullable Version getFormer() {
        return former;
    }

    public List<WordDiff.Paragraph> getDifferences() {
        return differences;
    }

    public long getAsked() {
        return asked;
    }

    public int getSeen() {
        return seen;
    }

    public void setSeen(int seen) {
        this.seen = seen;
    }
}

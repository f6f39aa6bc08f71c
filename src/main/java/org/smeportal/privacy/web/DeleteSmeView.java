package org.smeportal.privacy.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.privacy.DeleteDataOfSme;
import org.smeportal.privacy.DeletionQueries;
import org.smeportal.privacy.OwnDataQueries;
import org.smeportal.privacy.Person;

/** An SME asked a programme manager to have their data deleted. */
@Named
@RequestScoped
public class DeleteSmeView {
    @Inject
    private OwnDataQueries data;

    @Inject
    private DeletionQueries deletion;

    @Inject
    private DeleteDataOfSme delete;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private @Nullable Person person;
    private DeletionQueries.@Nullable Consequences effects;
    private @Nullable String reason;

    /** Before an act too: a refusal shows what it means again. */
    @PostConstruct
    public void load() {
        Person found = data.ofSme(publicId());
        person = found;
        effects = deletion.of(found);
    }

    public String delete() {
        delete.delete(new DeleteDataOfSme.Deletion(publicId(), reason));
        messages.note("privacy.delete.sme.done");
        return "/app/smes/sme-list?faces-redirect=true";
    }

    private UUID publicId() {
        UUID publicId = Words.named(id);
        return publicId;
    }

    public @Nullable Person getPerson() {
        return person;
    }

    public DeletionQueries.@Nullable Consequences getEffects() {
        return effects;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}

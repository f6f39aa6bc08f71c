package org.smeportal.programme.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.web.Messages;
import org.smeportal.programme.ChangeDocumentationHosts;
import org.smeportal.programme.DocumentationHosts;

/** The hosts of the vendor's documentation, one in each line. */
@Named
@RequestScoped
public class DocumentationHostsView {
    @Inject
    private DocumentationHosts stored;

    @Inject
    private ChangeDocumentationHosts change;

    @Inject
    private Messages messages;

    private @Nullable String hosts;

    public String save() {
        boolean changed = change.change(new ChangeDocumentationHosts.Typed(hosts == null ? "" : hosts));
        messages.note(changed ? "programme.hosts.saved" : "programme.unchanged");
        return "/app/programme/settings?faces-redirect=true";
    }

    /** What was typed stays in its field when it was refused. */
    public String getHosts() {
        return hosts == null ? String.join("\n", stored.all()) : hosts;
    }

    public void setHosts(@Nullable String hosts) {
        this.hosts = hosts == null ? "" : hosts;
    }
}

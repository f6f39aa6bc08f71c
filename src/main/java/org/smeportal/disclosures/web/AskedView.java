package org.smeportal.disclosures.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.disclosures.AskForAuthor;
import org.smeportal.disclosures.DisclosureQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** Asking who wrote an item of an exam of others, one's own requests, and those that wait for the user. */
@Named
@RequestScoped
public class AskedView {
    @Inject
    private AskForAuthor ask;

    @Inject
    private DisclosureQueries disclosures;

    @Inject
    private Messages messages;

    @Inject
    @Param
    private @Nullable String asked;

    @Inject
    @Param
    private @Nullable Integer page;

    private @Nullable Page<DisclosureQueries.Own> own;
    private @Nullable List<DisclosureQueries.Waiting> waiting;
    private @Nullable String code;
    private @Nullable String reason;
    private @Nullable String name;

    public String ask() {
        ask.ask(new AskForAuthor.Question(code, reason));
        messages.note("disclosures.asked");
        return "/app/disclosures/asked?faces-redirect=true";
    }

    /** No redirect: this one answer holds the name, and the page by its address never does. */
    public void look() {
        name = ask.look(new AskForAuthor.Request(Words.named(asked))).name();
        own = null;
    }

    public Page<DisclosureQueries.Own> getOwn() {
        if (own == null) {
            own = disclosures.own(PageRequest.number(page == null ? 1 : page));
        }
        return own;
    }

    public List<DisclosureQueries.Waiting> getWaiting() {
        if (waiting == null) {
            waiting = disclosures.waiting();
        }
        return waiting;
    }

    /** The code of the item whose author is shown. */
    public String getShownCode() {
        return getOwn().rows().stream()
                .filter(row -> row.id().toString().equals(asked))
                .map(DisclosureQueries.Own::code)
                .findFirst()
                .orElse("");
    }

    public @Nullable String getName() {
        return name;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}

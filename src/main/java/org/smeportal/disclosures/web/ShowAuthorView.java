package org.smeportal.disclosures.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.disclosures.AnswerAuthorRequest;
import org.smeportal.disclosures.DisclosureQueries;
import org.smeportal.disclosures.ShowAuthor;
import org.smeportal.items.ItemQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** Who wrote an item, for its programme managers: the act, requests of others, and who was shown it before. */
@Named
@RequestScoped
public class ShowAuthorView {
    @Inject
    private ItemQueries items;

    @Inject
    private DisclosureQueries disclosures;

    @Inject
    private ShowAuthor show;

    @Inject
    private AnswerAuthorRequest answer;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable String asked;

    @Inject
    @Param
    private @Nullable Integer page;

    private ItemQueries.@Nullable Row item;
    private @Nullable List<DisclosureQueries.Waiting> waiting;
    private @Nullable Page<DisclosureQueries.Shown> shown;
    private @Nullable String reason;
    private @Nullable String name;

    public void load() {
        getItem();
    }

    /** No redirect: this one answer holds the name, and the page by its address never does. */
    public void show() {
        name = show.show(new ShowAuthor.Showing(getItem().publicId(), reason));
        shown = null;
    }

    public String allow() {
        answer.allow(request());
        return done("disclosures.allowed");
    }

    public String decline() {
        answer.decline(request());
        return done("disclosures.declined");
    }

    private AnswerAuthorRequest.Request request() {
        return new AnswerAuthorRequest.Request(Words.named(asked));
    }

    private String done(String key) {
        messages.note(key);
        return "/app/disclosures/asked?faces-redirect=true";
    }

    public ItemQueries.Row getItem() {
        if (item == null) {
            item = items.handedIn(Words.named(id));
        }
        return item;
    }

    public List<DisclosureQueries.Waiting> getWaiting() {
        if (waiting == null) {
            waiting = disclosures.waiting(getItem().publicId());
        }
        return waiting;
    }

    public Page<DisclosureQueries.Shown> getShown() {
        if (shown == null) {
            shown = disclosures.shown(getItem().publicId(), PageRequest.number(page == null ? 1 : page));
        }
        return shown;
    }

    public @Nullable String getName() {
        return name;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}

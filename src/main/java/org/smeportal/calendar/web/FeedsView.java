package org.smeportal.calendar.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.calendar.FeedKind;
import org.smeportal.calendar.FeedQueries;
import org.smeportal.calendar.KeepFeed;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** The private addresses of one's own feeds (R2.6): made, renewed and revoked here. */
@Named
@RequestScoped
public class FeedsView {
    @Inject
    private FeedQueries feeds;

    @Inject
    private KeepFeed feed;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    /** The feed whose button was pressed. */
    @Inject
    @Param
    private @Nullable String kind;

    private List<Row> rows = List.of();

    /** A feed that the user can have, and the one that they have. */
    public record Row(FeedKind kind, FeedQueries.@Nullable Own own) {}

    /** The buttons have to be there when the form comes back, too. */
    @PostConstruct
    void read() {
        List<FeedQueries.Own> own = feeds.of(user.accountId());
        rows = Arrays.stream(FeedKind.values())
                .filter(one -> user.may(one.permission()))
                .map(one -> new Row(
                        one,
                        own.stream()
                                .filter(having -> having.kind() == one)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    public String make() {
        feed.make(chosen());
        return done("calendar.feed.made");
    }

    public String renew() {
        feed.renew(chosen());
        return done("calendar.feed.renewed");
    }

    public String revoke() {
        feed.revoke(chosen());
        return done("calendar.feed.revoked");
    }

    private KeepFeed.Command chosen() {
        FeedKind chosen = Words.constant(FeedKind.class, kind);
        if (chosen == null) {
            throw new NotFound();
        }
        return new KeepFeed.Command(chosen);
    }

    private String done(String key) {
        messages.note(key);
        return "/app/calendar/feeds?faces-redirect=true";
    }

    public List<Row> getRows() {
        return rows;
    }
}

package org.smeportal.notifications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.NotFound;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.notifications.RetryMessage;
import org.smeportal.platform.web.Messages;

/** One message: its fate, its headers and what stands in it. */
@Named
@RequestScoped
public class MessageView {
    @Inject
    private OutboxQueries outbox;

    @Inject
    private RetryMessage retry;

    @Inject
    private Messages messages;

    @Inject
    private ExternalContext external;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable Long id;

    private OutboxQueries.@Nullable Message message;

    public void load() {
        message = outbox.one(number()).orElseThrow(NotFound::new);
    }

    public void retry() throws IOException {
        load();
        retry.retry(number());
        messages.note("notifications.retried");
        external.redirect("/app/notifications/message/" + number());
    }

    public OutboxQueries.@Nullable Message getMessage() {
        return message;
    }

    private long number() {
        if (id == null) {
            throw new NotFound();
        }
        return id;
    }
}

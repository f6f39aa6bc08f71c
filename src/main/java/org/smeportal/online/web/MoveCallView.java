package org.smeportal.online.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.NotFound;
import org.smeportal.online.BookCall;
import org.smeportal.online.CallQueries;
import org.smeportal.online.CallState;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** A booked call at another time, or not at all. */
@Named
@RequestScoped
public class MoveCallView {
    @Inject
    private CallQueries calls;

    @Inject
    private BookCall booking;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private final CallForm form = new CallForm();
    private CallQueries.@Nullable Call call;
    private @Nullable String reason;

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        call = calls.one(OnlineRoutes.id(id)).orElseThrow(NotFound::new);
        form.show(getCall(), user.getZone());
    }

    public void move() {
        booking.move(new BookCall.Move(getCall().id(), form.start(user.getZone()), form.length(), form.room()));
        messages.note("online.call.moved", getCall().name());
        OnlineRoutes.queue(getCall().event());
    }

    public void cancel() {
        booking.cancel(new BookCall.Cancellation(getCall().id(), reason));
        messages.note("online.call.cancelled", getCall().name());
        OnlineRoutes.queue(getCall().event());
    }

    public boolean isBooked() {
        return getCall().state() == CallState.BOOKED;
    }

    public CallQueries.Call getCall() {
        return Objects.requireNonNull(call);
    }

    public CallForm getForm() {
        return form;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}

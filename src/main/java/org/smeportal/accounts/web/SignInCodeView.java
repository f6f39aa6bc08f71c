package org.smeportal.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.accounts.SecondFactorQueries;
import org.smeportal.accounts.SignIn;
import org.smeportal.platform.web.ClientAddress;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** The second step of the sign-in: a code of the app, or a recovery code. */
@Named
@RequestScoped
public class SignInCodeView {
    @Inject
    private SignIn signIn;

    @Inject
    private SecondFactorQueries secondFactor;

    @Inject
    private SessionCookie cookie;

    @Inject
    private ClientAddress address;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    /** From the address, then from the form: which field the form has must be known before it is read. */
    @Inject
    @Param
    private @Nullable String recovery;

    private @Nullable String code;
    private @Nullable String from;
    private boolean awaited;

    /** Who is signed in already has nothing to do here. */
    public void load() throws IOException {
        if (user.isSignedIn()) {
            faces.getExternalContext().redirect(SignInTarget.of(from));
        }
        awaited = secondFactor.isAwaited(token());
    }

    public void confirm() throws IOException {
        String agent = request.getHeader("User-Agent");
        SignIn.SignedIn signedIn = signIn.confirm(new SignIn.Code(
                token(), code == null ? "" : code, isRecovery(), address.get(), agent == null ? "" : agent));
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        ExternalContext external = faces.getExternalContext();
        cookie.write((HttpServletResponse) external.getResponse(), signedIn.secret());
        if (isRecovery()) {
            messages.note("accounts.code.recoveryUsed");
        }
        external.redirect(SignInTarget.of(from));
    }

    private String token() {
        return cookie.read(request).orElse("");
    }

    /** After a refusal, too: the time may have run out meanwhile. */
    public boolean isAwaited() {
        return awaited || secondFactor.isAwaited(token());
    }

    /** The same page with the other kind of code. */
    public String getOther() {
        return SignInTarget.forCode(from) + (isRecovery() ? "" : "&recovery=true");
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public boolean isRecovery() {
        return "true".equals(recovery);
    }
}

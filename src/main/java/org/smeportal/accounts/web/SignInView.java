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
import org.smeportal.accounts.SignIn;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.web.ClientAddress;
import org.smeportal.platform.web.Urls;
import org.smeportal.security.CurrentUser;

/** The sign-in page; it leads back to the page that asked for it. */
@Named
@RequestScoped
public class SignInView {
    private static final String HOME = "/app/home";

    @Inject
    private SignIn signIn;

    @Inject
    private SessionCookie cookie;

    @Inject
    private ClientAddress address;

    @Inject
    private CurrentUser user;

    @Inject
    private PortalConfig config;

    @Inject
    private FacesContext faces;

    @Inject
    @Param
    private @Nullable String unsaved;

    private @Nullable String email;
    private @Nullable String password;
    private @Nullable String from;

    /** Who is signed in already has nothing to do here. */
    public void load() throws IOException {
        if (user.isSignedIn()) {
            faces.getExternalContext().redirect(target());
        }
    }

    public void signIn() throws IOException {
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String agent = request.getHeader("User-Agent");
        String secret = signIn.signIn(new SignIn.Attempt(
                email == null ? "" : email,
                password == null ? "" : password,
                address.get(),
                agent == null ? "" : agent));
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        cookie.write((HttpServletResponse) external.getResponse(), secret);
        external.redirect(target());
    }

    /** Local paths only: a mailed link must not lead elsewhere after the sign-in. */
    private String target() {
        return Urls.local(from, HOME);
    }

    /** The session had ended while a form was filled in: what was sent then was not taken. */
    public boolean isUnsaved() {
        return unsaved != null;
    }

    public boolean isDemo() {
        return config.demo();
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }
}

package org.smeportal.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smeportal.accounts.SessionNotes;
import org.smeportal.accounts.UserSessions;
import org.smeportal.security.Caller;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Gate;
import org.smeportal.security.PageAccess;
import org.smeportal.security.Permission;

/**
 * Knows by the session cookie who asks, on every request, from the database: an ended session is dead on every node. A
 * page that asks for a sign-in leads there and back; one of another role answers 403.
 */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {
    private static final String SIGN_OUT = "/app/sign-out";
    private static final String JSON = "application/json";

    @Inject
    private SessionCookie cookie;

    @Inject
    private UserSessions sessions;

    @Inject
    private SessionNotes notes;

    @Inject
    private CurrentUser user;

    @Inject
    private Instance<Gate> gates;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = routed(request);
        if (!path.equals(request.getRequestURI())) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST);
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (path.startsWith("/jakarta.faces.resource/") || path.startsWith("/health") || path.startsWith("/metrics")) {
            return context.doNothing();
        }
        Optional<UserSessions.Opened> opened = cookie.read(request).flatMap(sessions::open);
        opened.filter(UserSessions.Opened::stale).ifPresent(session -> notes.seen(session.session()));
        opened.ifPresent(session -> {
            user.become(session.caller(), session.secondFactor());
            user.checksItems(session.checker());
        });
        if (PageAccess.isProtected(path)) {
            if (opened.isEmpty()) {
                leadToSignIn(request, response);
                return AuthenticationStatus.SEND_CONTINUE;
            }
            Optional<Permission> permission = PageAccess.of(path);
            if (permission.isPresent() && !user.may(permission.get())) {
                answer(response, HttpServletResponse.SC_FORBIDDEN);
                return AuthenticationStatus.SEND_FAILURE;
            }
            if (permission.isEmpty()) {
                answer(response, HttpServletResponse.SC_NOT_FOUND);
                return AuthenticationStatus.SEND_FAILURE;
            }
            Optional<String> detour = detour(path);
            if (detour.isPresent()) {
                if (asksForData(request)) {
                    tellWhatIsFirst(response, detour.get());
                } else {
                    lead(request, response, detour.get() + "?from=" + asked(request));
                }
                return AuthenticationStatus.SEND_CONTINUE;
            }
        }
        return opened.isPresent() ? logIn(opened.get().caller(), context) : context.doNothing();
    }

    /**
     * The path that the container found the page by: decoded, without dot segments. No address of the portal needs to
     * be written in another way, so another spelling is not answered at all.
     */
    private static String routed(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** What has to be done first; signing out is possible in any case. */
    private Optional<String> detour(String path) {
        if (path.equals(SIGN_OUT) || gates.stream().anyMatch(gate -> gate.comesFirst(path))) {
            return Optional.empty();
        }
        return gates.stream()
                .map(gate -> gate.detour(user, path))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static AuthenticationStatus logIn(Caller caller, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(
                Long.toString(caller.accountId() == null ? 0 : caller.accountId()),
                caller.roles().stream().map(Enum::name).collect(Collectors.toSet()));
    }

    private static void leadToSignIn(HttpServletRequest request, HttpServletResponse response) {
        String target = "/sign-in?from=" + asked(request) + ("POST".equals(request.getMethod()) ? "&unsaved=yes" : "");
        lead(request, response, target);
    }

    /** The address of the page that was asked for, as a parameter of the page that leads back to it. */
    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return URLEncoder.encode(request.getRequestURI() + (query == null ? "" : "?" + query), StandardCharsets.UTF_8);
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response, String target) {
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter()
                        .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                                + target.replace("&", "&amp;") + "\"/></partial-response>");
            } else {
                response.sendRedirect(target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script on a page of the portal, which stays open and says itself what is to be done. */
    private static boolean asksForData(HttpServletRequest request) {
        return JSON.equals(request.getHeader("Accept"));
    }

    private static void tellWhatIsFirst(HttpServletResponse response, String page) {
        try {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType(JSON);
            response.getWriter()
                    .write(Json.createObjectBuilder().add("first", page).build().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpServletResponse response, int status) {
        try {
            response.sendError(status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

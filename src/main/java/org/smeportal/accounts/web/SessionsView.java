package org.smeportal.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.accounts.EndSessions;
import org.smeportal.accounts.SessionQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Text;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;

/** Where one is signed in; each place can be signed out from here. */
@Named
@RequestScoped
public class SessionsView {
    private static final String SELF = "/app/accounts/sessions?faces-redirect=true";

    @Inject
    private SessionQueries sessions;

    @Inject
    private EndSessions end;

    @Inject
    private SessionCookie cookie;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    private Text text;

    @Inject
    private FacesContext faces;

    @Inject
    @Param
    private @Nullable Integer page;

    @Inject
    @Param
    private @Nullable Long session;

    private @Nullable Page<SessionQueries.Row> rows;

    public Page<SessionQueries.Row> getRows() {
        if (rows == null) {
            rows = sessions.own(user.accountId(), token(), PageRequest.number(page == null ? 1 : page));
        }
        return rows;
    }

    public String endOne() {
        end.one(new EndSessions.One(session == null ? 0 : session));
        messages.note("accounts.sessions.ended");
        return SELF;
    }

    public String endOthers() {
        end.others(token());
        messages.note("accounts.sessions.endedOthers");
        return SELF;
    }

    /** This one, too: the cookie is dead at once. */
    public String endAll() {
        end.all();
        cookie.remove((HttpServletResponse) faces.getExternalContext().getResponse());
        messages.note("accounts.sessions.endedAll");
        return "/sign-in?faces-redirect=true";
    }

    public String device(SessionQueries.Row row) {
        return row.device().words(text);
    }

    public boolean isAlone() {
        List<SessionQueries.Row> shown = getRows().rows();
        return shown.size() == 1 && shown.get(0).current();
    }

    private String token() {
        return cookie.read(request).orElse("");
    }
}

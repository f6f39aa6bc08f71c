package org.smeportal.accounts.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.accounts.OwnSecondFactor;
import org.smeportal.accounts.SecondFactorQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.web.ClientAddress;
import org.smeportal.platform.web.Messages;
import org.smeportal.platform.web.QrCode;
import org.smeportal.platform.web.Urls;
import org.smeportal.security.CurrentUser;

/** One's own second factor: set it up, read the recovery codes once, renew them, switch it off. */
@Named
@RequestScoped
public class SecondFactorView {
    private static final String SELF = "/app/accounts/second-factor?faces-redirect=true&includeViewParams=true";
    private static final String CODES = "recoveryCodes";

    @Inject
    private OwnSecondFactor own;

    @Inject
    private SecondFactorQueries queries;

    @Inject
    private AccountQueries accounts;

    @Inject
    private CurrentUser user;

    @Inject
    private SessionCookie cookie;

    @Inject
    private ClientAddress client;

    @Inject
    private HttpServletRequest request;

    @Inject
    private PortalConfig config;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private SecondFactorQueries.State state = new SecondFactorQueries.State(null, 0);
    private SecondFactorQueries.@Nullable Setup setup;
    private String codes = "";
    private @Nullable String code;
    private @Nullable String proof;
    private @Nullable String from;

    @PostConstruct
    void read() {
        String email = accounts.one(user.accountId()).orElseThrow(NotFound::new).email();
        queries.of(user.accountId()).ifPresent(found -> state = found);
        if (flash().get(CODES) instanceof List<?> fresh) {
            codes = String.join("\n", fresh.stream().map(String::valueOf).toList());
        }
        setup = state.isOn() ? null : queries.setup(user.accountId(), email).orElse(null);
    }

    public String begin() {
        own.begin();
        return SELF;
    }

    public String confirm() {
        show(own.confirm(typed(), cookie.read(request).orElse("")));
        messages.note("accounts.factor.on");
        return SELF;
    }

    public String renewCodes() {
        show(own.renewCodes(typed(), client.get()));
        messages.note("accounts.factor.renewed");
        return SELF;
    }

    public String switchOff() {
        own.switchOff(proof == null ? "" : proof, client.get());
        messages.note("accounts.factor.off");
        return SELF;
    }

    /** Kept for the one page that follows. */
    private void show(List<String> codes) {
        flash().put(CODES, new ArrayList<>(codes));
    }

    private Flash flash() {
        return faces.getExternalContext().getFlash();
    }

    private String typed() {
        return code == null ? "" : code;
    }

    public String getCodes() {
        return codes;
    }

    /** The codes as a file, without a script and without asking the server for them again. */
    public String getFile() {
        return "data:text/plain;charset=utf-8,"
                + URLEncoder.encode(codes, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The user cannot go on before it is set up. */
    public boolean isRequired() {
        return config.secondFactorRequired() && (user.isPm() || user.isAdmin());
    }

    /** Whether a page that the user wanted opens only with it. */
    public boolean isAsked() {
        return from != null && !isRequired();
    }

    public String getNext() {
        return Urls.local(from, "/app/home");
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public SecondFactorQueries.State getState() {
        return state;
    }

    public SecondFactorQueries.@Nullable Setup getSetup() {
        return setup;
    }

    public @Nullable QrCode getQr() {
        return setup == null ? null : QrCode.of(setup.uri());
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getProof() {
        return proof;
    }

    public void setProof(@Nullable String proof) {
        this.proof = proof;
    }
}

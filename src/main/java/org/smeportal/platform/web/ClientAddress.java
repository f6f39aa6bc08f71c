package org.smeportal.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.smeportal.platform.PortalConfig;

/** Where a request comes from: behind a trusted proxy ({@code TRUSTED_PROXIES}) the address that the proxy names. */
@RequestScoped
public class ClientAddress {
    @Inject
    private HttpServletRequest request;

    @Inject
    private PortalConfig config;

    public String get() {
        List<String> trusted = config.trustedProxies();
        String address = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !trusted.contains(address)) {
            return address;
        }
        List<String> hops =
                Arrays.stream(forwarded.split(",")).map(String::strip).toList();
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (!trusted.contains(hops.get(i))) {
                return hops.get(i).length() > 45 ? address : hops.get(i);
            }
        }
        return address;
    }
}

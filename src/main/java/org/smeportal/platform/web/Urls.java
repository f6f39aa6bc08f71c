package org.smeportal.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of lists: filter, sort and page live in the URL, and a link changes one of them. */
@Named
@RequestScoped
public class Urls {
    @Inject
    private HttpServletRequest request;

    /** The address as the browser shows it. */
    public String getPath() {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return forwarded == null ? request.getRequestURI() : (String) forwarded;
    }

    /** An address within the signed-in pages that a parameter named, else the other one: no link leads elsewhere. */
    public static String local(@Nullable String address, String otherwise) {
        return address != null
                        && address.startsWith("/app/")
                        && address.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c))
                ? address
                : otherwise;
    }

    public boolean isAt(String path) {
        return getPath().equals(path);
    }

    /** This page with one parameter changed; another one than the page begins at the first page again. */
    public String with(String name, @Nullable Object value) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((key, values) -> parameters.put(key, values[0]));
        parameters.remove("page");
        if (value == null || value.toString().isEmpty()) {
            parameters.remove(name);
        } else {
            parameters.put(name, value.toString());
        }
        String query = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? getPath() : getPath() + "?" + query;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

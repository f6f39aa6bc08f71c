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
    /** Pages are known by the name of their file without it, also while a form comes back. */
    private static final String EXTENSION = ".xhtml";

    @Inject
    private HttpServletRequest request;

    /** The address as the browser shows it. */
    public String getPath() {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String path = forwarded == null ? request.getRequestURI() : (String) forwarded;
        return path.endsWith(EXTENSION) ? path.substring(0, path.length() - EXTENSION.length()) : path;
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

    /** What the list is narrowed to and how it is ordered, without the number of the page. */
    public String getQuery() {
        return query(parameters());
    }

    /** This page with one parameter changed; another one than the page begins at the first page again. */
    public String with(String name, @Nullable Object value) {
        Map<String, String> parameters = parameters();
        if (value == null || value.toString().isEmpty()) {
            parameters.remove(name);
        } else {
            parameters.put(name, value.toString());
        }
        String query = query(parameters);
        return query.isEmpty() ? getPath() : getPath() + "?" + query;
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((key, values) -> parameters.put(key, values[0]));
        parameters.remove("page");
        return parameters;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

package org.smeportal.smes.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Words;
import org.smeportal.smes.SmeColumn;
import org.smeportal.smes.SmeQueries;
import org.smeportal.smes.SmeState;

/** What the address of the directory asks for: the same on the page, in the file and for the ticked ones. */
@Dependent
public class DirectoryAddress {
    private static final List<String> NAMES = List.of("search", "country", "exam", "state", "account", "sort");

    private final HttpServletRequest request;

    @Inject
    public DirectoryAddress(HttpServletRequest request) {
        this.request = request;
    }

    public SmeQueries.Filter filter() {
        return SmeQueries.Filter.of(
                value("search"), value("country"), value("exam"), value("state"), value("account"), value("sort"));
    }

    public Set<SmeColumn> columns() {
        return SmeColumn.of(String.join(",", values("columns")));
    }

    /** Ticked boxes come one by one; the address keeps them as one word. */
    public boolean isScattered() {
        return values("columns").size() > 1;
    }

    Set<UUID> ticked() {
        return values("pick").stream()
                .map(Words::uuid)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a form beside the filter takes along of it. */
    public List<Map.Entry<String, String>> getFilterFields() {
        return NAMES.stream()
                .filter(name -> !Objects.requireNonNullElse(value(name), "").isBlank())
                .map(name -> Map.entry(name, Objects.requireNonNullElse(value(name), "")))
                .toList();
    }

    public SmeState[] getStates() {
        return new SmeState[] {SmeState.ACTIVE, SmeState.PAUSED};
    }

    public String getAccount() {
        return Objects.requireNonNullElse(value("account"), "");
    }

    @Nullable
    String value(String name) {
        return request.getParameter(name);
    }

    private List<String> values(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }
}

package org.smeportal.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.smeportal.kernel.Words;

/** What can be chosen on many pages: time zones and countries. */
@Named
@ApplicationScoped
public class Choices {
    private final List<SelectItem> zones = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.matches(
                    "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|Etc/UTC"))
            .sorted()
            .map(id -> new SelectItem(id, id.replace('_', ' ')))
            .toList();
    private final List<SelectItem> countries = Arrays.stream(Locale.getISOCountries())
            .map(code -> new SelectItem(code, countryName(code)))
            .sorted(Comparator.comparing(SelectItem::getLabel))
            .toList();

    public List<SelectItem> getZones() {
        return zones;
    }

    public List<SelectItem> getCountries() {
        return countries;
    }

    public String countryName(String code) {
        return Words.countryName(code);
    }
}

package org.smeportal.years;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.Modality;

/**
 * Where somebody was for an event. An event keeps its venue as name and address, no city: of an address "street, city" or
 * "street, city, region" the city is taken, of any other the name of the venue, which is true in any case.
 */
public record EventPlace(Type type, @Nullable String name) {

    private static final Pattern WITH_DIGITS = Pattern.compile("\\S*\\d\\S*");
    private static final EventPlace ONLINE = new EventPlace(Type.VIRTUAL, null);

    public enum Type {
        CITY,
        VENUE,
        IN_PERSON,
        VIRTUAL
    }

    /** {@code seat} says where the SME had their seat, which decides for a hybrid event. */
    static EventPlace of(
            Modality modality, @Nullable Modality seat, @Nullable String venueName, @Nullable String venueAddress) {
        if (modality == Modality.VIRTUAL || (modality == Modality.HYBRID && seat == Modality.VIRTUAL)) {
            return ONLINE;
        }
        String city = venueAddress == null ? "" : city(venueAddress);
        if (!city.isEmpty()) {
            return new EventPlace(Type.CITY, city);
        }
        return venueName == null ? new EventPlace(Type.IN_PERSON, null) : new EventPlace(Type.VENUE, venueName);
    }

    public boolean isVirtual() {
        return type == Type.VIRTUAL;
    }

    private static String city(String address) {
        List<String> parts =
                Arrays.stream(address.split(",")).map(String::strip).toList();
        return parts.size() == 2 || parts.size() == 3 ? withoutPostcode(parts.get(1)) : "";
    }

    private static String withoutPostcode(String part) {
        return Arrays.stream(part.split("\\s+"))
                .filter(word -> !WITH_DIGITS.matcher(word).matches())
                .collect(Collectors.joining(" "));
    }
}

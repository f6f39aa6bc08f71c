package org.smeportal.kernel;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Words that people type, checked and tidied in one place: one-line texts, longer texts, zones, countries, ids. */
public final class Words {

    /** The JDK answers a new set of six hundred each time. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    private Words() {}

    /** A required text of one line, such as a name or title: stripped, without control characters. */
    public static String line(@Nullable String value, int most) {
        String line = optionalLine(value, most);
        if (line == null) {
            throw new Refused("platform.refused.empty");
        }
        return line;
    }

    public static @Nullable String optionalLine(@Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String line = atMost(value.strip(), most);
        if (line.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            throw new Refused("platform.refused.oneLine", line.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "));
        }
        return seen(line);
    }

    /**
     * A text of several lines; null when nothing was typed. What cannot be seen is refused, but for line ends and tabs:
     * control characters, halves of characters, and marks that turn the direction of what follows.
     */
    public static @Nullable String text(@Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return seen(atMost(value.strip().replace("\r\n", "\n").replace('\r', '\n'), most));
    }

    private static String seen(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (isUnseen(c)) {
                String before = text.substring(Math.max(0, at - 20), at).replaceAll("\\s+", " ");
                throw new Refused("platform.refused.unseen", before, String.format(Locale.ROOT, "U+%04X", c));
            }
        }
        return text;
    }

    private static boolean isUnseen(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return control || turns || Character.getType(c) == Character.SURROGATE;
    }

    public static ZoneId zone(@Nullable String value) {
        if (value == null || !isZone(value)) {
            throw new Refused("platform.refused.zone", value == null ? "" : value);
        }
        return ZoneId.of(value);
    }

    public static boolean isZone(@Nullable String value) {
        return value != null && ZONES.contains(value);
    }

    /** An ISO 3166 code of two letters. */
    public static String country(@Nullable String value) {
        String code = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw new Refused("platform.refused.country", code);
        }
        return code;
    }

    /** PT is Portugal. */
    public static String countryName(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }

    /** A public id as it stands in a URL; null when it is none, so that the page answers "not found". */
    public static @Nullable UUID uuid(@Nullable String value) {
        try {
            return value == null || value.length() != 36 ? null : UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** A public id without which there is nothing to show: what is none is not found. */
    public static UUID named(@Nullable String value) {
        UUID id = uuid(value);
        if (id == null) {
            throw new NotFound();
        }
        return id;
    }

    /** A constant by its name as it stands in a URL; null when there is none of that name. */
    public static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String atMost(String value, int most) {
        if (value.length() > most) {
            throw new Refused("platform.refused.tooLong", most, value.length());
        }
        return value;
    }
}

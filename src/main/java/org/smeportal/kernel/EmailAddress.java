package org.smeportal.kernel;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An e-mail address, in lower case, so that one person is one address. */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;

    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            String shown = value.length() > 60 ? value.substring(0, value.offsetByCodePoints(0, 50)) + "…" : value;
            boolean otherLetters = value.codePoints().anyMatch(c -> c > 127);
            throw new Refused(otherLetters ? "platform.refused.emailLetters" : "platform.refused.email", shown);
        }
    }

    public static boolean isValid(@Nullable String value) {
        if (value == null) {
            return false;
        }
        String address = value.strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && FORM.matcher(address).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}

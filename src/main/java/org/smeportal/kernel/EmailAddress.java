package org.smeportal.kernel;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An e-mail address, in lower case, so that one person is one address. */
public record EmailAddress(String value) {

    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > 254 || !FORM.matcher(value).matches()) {
            throw new Refused("platform.refused.email", value);
        }
    }

    public static boolean isValid(@Nullable String value) {
        if (value == null) {
            return false;
        }
        String address = value.strip().toLowerCase(Locale.ROOT);
        return address.length() <= 254 && FORM.matcher(address).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.smeportal.accounts.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.web.Urls;

/** Where a sign-in leads. Local paths only: a mailed link must not lead elsewhere. */
final class SignInTarget {
    private static final String HOME = "/app/home";

    private SignInTarget() {}

    static String of(@Nullable String from) {
        return Urls.local(from, HOME);
    }

    /** The page that asks for the code leads on to the same place. */
    static String forCode(@Nullable String from) {
        return "/sign-in-code?from=" + URLEncoder.encode(of(from), StandardCharsets.UTF_8);
    }
}

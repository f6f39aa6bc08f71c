package org.smeportal.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SameSiteTest {
    @Test
    void aPageOfThePortalSendsJsonFromItsOwnOrigin() {
        assertThat(SameSite.isOwn(request("application/json", "same-origin"))).isTrue();
        assertThat(SameSite.isOwn(request("application/json; charset=UTF-8", "same-origin")))
                .isTrue();
        assertThat(SameSite.isOwn(request("application/json", null))).isTrue();
    }

    @Test
    void whatAFormOfAnotherSiteCanSendIsNotOwn() {
        assertThat(SameSite.isOwn(request("text/plain", null))).isFalse();
        assertThat(SameSite.isOwn(request("text/plain; application/json", null)))
                .isFalse();
        assertThat(SameSite.isOwn(request("application/x-www-form-urlencoded", "same-origin")))
                .isFalse();
        assertThat(SameSite.isOwn(request(null, "same-origin"))).isFalse();
    }

    @Test
    void aBrowserThatNamesAnotherSiteIsBelieved() {
        assertThat(SameSite.isOwn(request("application/json", "cross-site"))).isFalse();
        assertThat(SameSite.isOwn(request("application/json", "same-site"))).isFalse();
        assertThat(SameSite.isOwn(request("application/json", "none"))).isFalse();
    }

    private static HttpServletRequest request(@Nullable String contentType, @Nullable String site) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                SameSiteTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContentType" -> contentType;
                    case "getHeader" -> site;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}

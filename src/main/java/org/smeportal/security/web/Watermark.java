package org.smeportal.security.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.ViewerMark;

/** The viewer's code for {@code t:watermark}. */
@Named
@RequestScoped
public class Watermark {
    @Inject
    private ViewerMark mark;

    @Inject
    private CurrentUser user;

    public String getCode() {
        return mark.of(user.caller().accountId());
    }
}

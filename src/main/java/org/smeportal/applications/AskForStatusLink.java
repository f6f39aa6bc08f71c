package org.smeportal.applications;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.Throttle;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;

/** The link to the status page is lost: it is mailed once more if there is an application; the answer is the same. */
@UseCase
public class AskForStatusLink {
    private static final int MOST = 10;
    private static final int MOST_TO = 5;

    private final Applications applications;
    private final StatusLinks links;
    private final ApplicationMessages messages;
    private final Throttle throttle;

    @Inject
    public AskForStatusLink(
            Applications applications, StatusLinks links, ApplicationMessages messages, Throttle throttle) {
        this.applications = applications;
        this.links = links;
        this.messages = messages;
        this.throttle = throttle;
    }

    /** A stranger's question must not end the link that was mailed, so it is the same one again. */
    @Anonymous("whoever lost the link cannot show it")
    public void ask(String email, String address) {
        EmailAddress known = new EmailAddress(email);
        if (!throttle.use("apply-link", address, MOST)) {
            throw new Refused("applications.refused.throttled");
        }
        if (!throttle.use("apply-link-to", known.value(), MOST_TO)) {
            return;
        }
        applications.newest(known.value()).ifPresent(application -> {
            if (application.state() == ApplicationState.UNCONFIRMED) {
                messages.confirm(application);
            } else {
                messages.link(application);
            }
        });
    }

    /** Somebody else may have the link: it ends, and a new one is mailed. */
    @Anonymous("the mailed link is the proof")
    public UUID renew(@Nullable String token) {
        Application application = links.locked(token);
        application.renewLinks();
        messages.link(application);
        return application.publicId();
    }
}

package org.smeportal.applications;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;

/** An applicant takes the application back; doing it twice is no error. */
@UseCase
public class WithdrawApplication {
    private final Applications applications;
    private final StatusLinks links;
    private final ApplicationMessages messages;

    @Inject
    public WithdrawApplication(Applications applications, StatusLinks links, ApplicationMessages messages) {
        this.applications = applications;
        this.links = links;
        this.messages = messages;
    }

    @Anonymous("the mailed link is the proof")
    public UUID withdraw(@Nullable String token) {
        Application application = links.locked(token);
        if (application.state() != ApplicationState.WITHDRAWN) {
            applications.move(application, null, application::withdraw);
            messages.stage(application);
        }
        return application.publicId();
    }
}

package org.smeportal.changes;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.invitations.PanelOnTheMove;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.notifications.NewMessage;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.Repository;
import org.smeportal.smes.SmeCard;

/** What is mailed of a change: one message a person, with the SEQUENCE that each calendar entry had then. */
@Repository
class ChangeMessages {

    private final Outbox outbox;

    @Inject
    ChangeMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(EventChange change, SmeCard sme, List<PanelOnTheMove.ToTell> told, @Nullable Long onlyEvent) {
        String key = ChangeMails.KIND + "." + change.publicId() + "." + sme.id();
        String entries = told.stream()
                .map(one -> one.invitation() + ":" + one.sequence())
                .collect(Collectors.joining(" "));
        NewMessage message = NewMessage.of(
                        ChangeMails.KIND, change.id(), key, new EmailAddress(sme.email()), sme.name())
                .with(Map.of("entries", entries));
        outbox.enqueue(onlyEvent == null ? message : message.forEvent(onlyEvent));
    }
}

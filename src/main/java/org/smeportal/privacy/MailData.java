package org.smeportal.privacy;

import static org.smeportal.privacy.Column.code;
import static org.smeportal.privacy.Column.constant;
import static org.smeportal.privacy.Column.moment;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.smeportal.notifications.Outbox;
import org.smeportal.notifications.OutboxState;
import org.smeportal.platform.Repository;

/** The mails to the addresses that somebody has now; their texts are not kept, only what they were about. */
@Repository
public class MailData implements PersonalData {
    private final PersonRows rows;
    private final Outbox outbox;

    @Inject
    public MailData(PersonRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public String section() {
        return "mails";
    }

    @Override
    public Set<String> tables() {
        return Set.of("outbox_message");
    }

    @Override
    public List<Part> of(Person person) {
        return List.of(rows.list(
                "mails",
                """
                select kind, created_at, sent_at, state, recipient from outbox_message
                where recipient in (?1, ?2) order by id desc""",
                new Object[] {person.email(), person.accountEmail()},
                code("kind", "notifications.kind."),
                moment("createdAt"),
                moment("sentAt"),
                constant("state", OutboxState.class),
                Column.text("email")));
    }

    @Override
    public void forget(Person person) {
        outbox.forget(person.addresses(), rows.formerName());
    }
}

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
        return Set.of("outbox_message", "mail_preference");
    }

    @Override
    public List<Part> of(Person person) {
        Object[] addresses = {person.email(), person.accountEmail()};
        return List.of(
                rows.list(
                        "mailChoices",
                        "select address, reminders, feedback, tasks, items from mail_preference where address in (?1, ?2)",
                        addresses,
                        Column.text("email"),
                        Column.truth("reminders"),
                        Column.truth("feedbackRequests"),
                        Column.truth("tasksAskedFor"),
                        Column.truth("newsOfItems")),
                rows.list(
                        "mails",
                        """
                select kind, created_at, sent_at, state, recipient from outbox_message
                where recipient in (?1, ?2) order by id desc""",
                        addresses,
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

package org.smeportal.tasks;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.TimeText;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.MailComposer;
import org.smeportal.notifications.MailTemplates;
import org.smeportal.notifications.NewMessage;
import org.smeportal.notifications.Outbox;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Text;
import org.smeportal.smes.SmeCard;

/** The mail that asks for a task; one for each. */
@Repository
public class TaskMessages implements MailComposer {

    private static final String ASKED = "task-asked";

    private final EntityManager entityManager;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final Text text;
    private final PortalConfig config;

    @Inject
    public TaskMessages(
            EntityManager entityManager, Outbox outbox, MailTemplates templates, Text text, PortalConfig config) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.templates = templates;
        this.text = text;
        this.config = config;
    }

    void asked(SmeTask task, SmeCard sme) {
        String key = ASKED + "." + task.publicId();
        outbox.enqueue(NewMessage.of(ASKED, task.id(), key, new EmailAddress(sme.email()), sme.name()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ASKED);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        Object[] row = Sql.rows(entityManager.createNativeQuery("""
                                select s.name, t.title, t.details, t.due_on, t.added_by, x.name as exam, t.public_id,
                                    s.account_id is not null as account
                                from sme_task t join sme s on s.id = t.sme_id left join exam x on x.id = t.exam_id
                                where t.id = ?1""").setParameter(1, message.subjectId()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> model = new HashMap<>();
        model.put("name", row[0]);
        model.put("title", row[1]);
        model.put("details", row[2] == null ? "" : row[2]);
        model.put("due", row[3] == null ? "" : TimeText.day(TaskQueries.date(row[3])));
        model.put("asker", row[4]);
        model.put("exam", row[5] == null ? "" : row[5]);
        model.put("link", Sql.truth(row[7]) ? config.url("/app/tasks/tell-task/" + row[6]) : "");
        return templates.render(ASKED, text.of("tasks.mail.asked", row[1]), model, null);
    }
}

package org.smeportal.disclosures;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.smeportal.kernel.EmailAddress;
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

/** Says that somebody asks, and that it was answered; about which item, and what the answer is, stands in the portal (R9.2). */
@Repository
public class DisclosureMails implements MailComposer {
    private static final String ASKED = "author-asked";
    private static final String ANSWERED = "author-answered";

    private final EntityManager entityManager;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final Text text;
    private final PortalConfig config;

    @Inject
    public DisclosureMails(
            EntityManager entityManager, Outbox outbox, MailTemplates templates, Text text, PortalConfig config) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.templates = templates;
        this.text = text;
        this.config = config;
    }

    /** To the programme managers of the exam; answers how many there are beside the one who asks. */
    int asked(AuthorDisclosure request, Disclosures.HandedIn item) {
        return send(
                ASKED,
                entityManager
                        .createNativeQuery("""
                                select a.id, a.email, a.name from exam_duty d join account a on a.id = d.account_id
                                    join account_role r on r.account_id = a.id and r.role = 'PM'
                                where d.exam_id = ?1 and d.duty = 'PM' and a.state = 'ACTIVE' and a.id <> ?2 order by a.id""")
                        .setParameter(1, item.examId())
                        .setParameter(2, request.askedBy()));
    }

    void answered(AuthorDisclosure request) {
        send(
                ANSWERED,
                entityManager
                        .createNativeQuery("select id, email, name from account where id = ?1 and state = 'ACTIVE'")
                        .setParameter(1, request.askedBy()));
    }

    private int send(String kind, Query recipients) {
        List<Object[]> people = Sql.rows(recipients).toList();
        people.forEach(person -> outbox.enqueue(NewMessage.of(
                kind,
                Sql.number(person[0]),
                kind + "." + UUID.randomUUID(),
                new EmailAddress((String) person[1]),
                (String) person[2])));
        return people.size();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ASKED, ANSWERED);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        return templates.render(
                message.kind(),
                text.of("disclosures.mail." + message.kind()),
                Map.of("name", message.recipientName(), "link", config.url("/app/disclosures/asked")),
                null);
    }
}

package org.smeportal.badges;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
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

/** The mails about a badge: it was awarded, it was revoked. One of each kind for an award. */
@Repository
public class AwardMessages implements MailComposer {

    private static final String AWARDED = "badge-awarded";
    private static final String REVOKED = "badge-revoked";

    private final EntityManager entityManager;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final Text text;
    private final PortalConfig config;

    @Inject
    public AwardMessages(
            EntityManager entityManager, Outbox outbox, MailTemplates templates, Text text, PortalConfig config) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.templates = templates;
        this.text = text;
        this.config = config;
    }

    void awarded(Award award, SmeCard sme) {
        outbox.enqueue(message(AWARDED, award, sme));
    }

    void revoked(Award award, SmeCard sme, String reason) {
        outbox.enqueue(message(REVOKED, award, sme).with(Map.of("reason", reason)));
    }

    private static NewMessage message(String kind, Award award, SmeCard sme) {
        String key = kind + "." + award.publicId();
        return NewMessage.of(kind, award.id(), key, new EmailAddress(sme.email()), sme.name());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(AWARDED, REVOKED);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("""
                        select a.public_id, a.earned_on, a.required, b.name, s.name as sme_name, a.kinds
                        from award a join badge b on b.id = a.badge_id join sme s on s.id = a.sme_id
                        where a.id = ?1""")
                .setParameter(1, message.subjectId())
                .getSingleResult();
        LocalDate earnedOn = Sql.date(row[1]);
        Map<String, Object> model = new HashMap<>();
        model.put("name", row[4]);
        model.put("badge", row[3]);
        model.put("earnedOn", TimeText.day(earnedOn));
        model.put("evidence", AwardQueries.evidence(text, Sql.integer(row[2]), (String) row[5]));
        model.put("link", config.url("/badges/" + row[0]));
        model.put("reason", message.parameters().getOrDefault("reason", ""));
        return templates.render(message.kind(), text.of("badges.mail." + message.kind(), row[3]), model, null);
    }
}

package org.smeportal.feedback;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.TimeText;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.MailComposer;
import org.smeportal.notifications.MailTemplates;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Text;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** The one mail that asks for feedback. */
@Repository
public class FeedbackMails implements MailComposer {

    static final String ASK = "feedback-ask";
    static final String EVENT = "event";

    private final EventDirectory events;
    private final SmeDirectory smes;
    private final MailTemplates templates;
    private final Text text;
    private final PortalConfig config;

    @Inject
    public FeedbackMails(
            EventDirectory events, SmeDirectory smes, MailTemplates templates, Text text, PortalConfig config) {
        this.events = events;
        this.smes = smes;
        this.templates = templates;
        this.text = text;
        this.config = config;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ASK);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        EventCard event = events.card(Long.parseLong(message.parameters().getOrDefault(EVENT, "0")));
        SmeCard sme = smes.card(message.subjectId());
        Map<String, Object> model = new HashMap<>();
        model.put("name", sme.name());
        model.put("event", event.title());
        model.put("until", TimeText.day(event.endsAt().plus(FeedbackPolicy.GIVEN_WITHIN), sme.zone()));
        model.put("shownFrom", FeedbackPolicy.SHOWN_FROM);
        model.put("link", config.url("/app/feedback/give/" + event.publicId()));
        return templates.render(ASK, text.of("feedback.mail.ask", event.title()), model, null);
    }
}

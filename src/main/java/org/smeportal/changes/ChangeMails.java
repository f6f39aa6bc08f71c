package org.smeportal.changes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.Modality;
import org.smeportal.invitations.InvitationMails;
import org.smeportal.invitations.InvitationStatus;
import org.smeportal.kernel.TimeText;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.MailComposer;
import org.smeportal.notifications.MailTemplates;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Text;

/** The one mail that a person gets of a change, whatever the number of their events in it (R2.4). */
@Queries
public class ChangeMails implements MailComposer {

    static final String KIND = "event-change";

    private final EntityManager entityManager;
    private final InvitationMails invitations;
    private final MailTemplates templates;
    private final Text text;
    private final Clock clock;

    @Inject
    public ChangeMails(
            EntityManager entityManager, InvitationMails invitations, MailTemplates templates, Text text, Clock clock) {
        this.entityManager = entityManager;
        this.invitations = invitations;
        this.templates = templates;
        this.text = text;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        Object[] change = (Object[]) entityManager
                .createNativeQuery("select kind, modality, reason from event_change where id = ?1")
                .setParameter(1, message.subjectId())
                .getSingleResult();
        Map<Long, String> before = before(message.subjectId());
        List<InvitationMails.Told> all = new ArrayList<>();
        for (String entry : message.parameters().getOrDefault("entries", "").split(" ", -1)) {
            String[] idAndSequence = entry.split(":", 2);
            InvitationMails.Told told =
                    invitations.told(Long.parseLong(idAndSequence[0]), Integer.parseInt(idAndSequence[1]), message);
            told.model().put("was", before.getOrDefault(told.event().id(), ""));
            all.add(told);
        }
        return compose(
                ChangeKind.valueOf((String) change[0]),
                change[1] == null ? null : Modality.valueOf((String) change[1]),
                (String) change[2],
                all);
    }

    /** The mail that the person with the most events in the change would get; null when nobody gets one. */
    public @Nullable Mail preview(ChangeEvents.Change change, List<Consequences.Effect> effects) {
        Modality to = change.modality();
        Long most = effects.stream()
                .flatMap(effect -> effect.people().stream())
                .collect(Collectors.groupingBy(Consequences.Person::sme, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
        if (to == null || most == null) {
            return null;
        }
        List<InvitationMails.Told> all = new ArrayList<>();
        for (Consequences.Effect effect : effects) {
            for (Consequences.Person person : effect.people()) {
                if (person.sme() == most) {
                    InvitationMails.Told told = invitations.preview(
                            person.invitation(), effect.part().place(to), clock.instant());
                    told.model()
                            .put(
                                    "was",
                                    place(
                                            effect.event().modality(),
                                            effect.event().venueName()));
                    Instant by = change.deadline(effect.event().zone());
                    if (change.answerAgain() && by != null && person.status() == InvitationStatus.ACCEPTED) {
                        told.model()
                                .put(
                                        "answerAgainBy",
                                        TimeText.moment(by, person.zone()) + " " + TimeText.city(person.zone()));
                    }
                    all.add(told);
                }
            }
        }
        return compose(change.kind(), to, change.reason(), all);
    }

    private Mail compose(
            ChangeKind kind, @Nullable Modality to, @Nullable String reason, List<InvitationMails.Told> unsorted) {
        List<InvitationMails.Told> all = unsorted.stream()
                .sorted(Comparator.comparing(one -> one.event().startsAt()))
                .toList();
        InvitationMails.Told first = all.get(0);
        String what = to == null ? kind.name() : to.name();
        String subject = all.size() == 1
                ? text.of("changes.mail." + what, first.event().title())
                : text.of("changes.mail.several." + what, all.size());
        Map<String, Object> model = new HashMap<>();
        model.put("name", first.model().get("name"));
        model.put("heading", all.size() == 1 ? text.of("changes.mail.heading." + what) : subject);
        model.put("kind", kind.name());
        model.put("several", all.size() > 1);
        model.put("reason", reason == null ? "" : reason);
        model.put("changed", all.stream().map(InvitationMails.Told::model).toList());
        return templates.renderWithEntries(
                KIND,
                subject,
                model,
                all.stream().map(InvitationMails.Told::calendar).toList());
    }

    /** By event, how it met before, in words. */
    private Map<Long, String> before(long change) {
        return Sql.rows(entityManager
                        .createNativeQuery("select event_id, was_modality, was_venue_name from event_change_part"
                                + " where change_id = ?1 and was_modality is not null")
                        .setParameter(1, change))
                .collect(Collectors.toMap(
                        row -> Sql.number(row[0]), row -> place(Modality.valueOf((String) row[1]), (String) row[2])));
    }

    private String place(Modality modality, @Nullable String venue) {
        return venue == null ? text.ofConstant(modality) : text.ofConstant(modality) + ", " + venue;
    }
}

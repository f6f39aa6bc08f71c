package org.smeportal.applications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.smeportal.applications.ApplicationQueries;
import org.smeportal.applications.ApplicationRow;
import org.smeportal.applications.Decision;
import org.smeportal.applications.PublicationQueries;
import org.smeportal.applications.PublishDecisions;
import org.smeportal.applications.Seen;
import org.smeportal.notifications.Mail;
import org.smeportal.platform.web.Messages;

/** Before decisions are told (R3.7): how many of each, who, the mails as they will be; then one act, with its undo window. */
@Named
@RequestScoped
public class PublishView {
    private static final int LATEST = 10;

    @Inject
    private ApplicationQueries applications;

    @Inject
    private PublicationQueries publications;

    @Inject
    private PublishDecisions publishing;

    @Inject
    private Messages messages;

    private List<ApplicationRow> prepared = List.of();
    private List<Group> groups = List.of();
    private List<PublicationQueries.Row> latest = List.of();
    private List<String> chosen = List.of();

    /** Those of one decision, with the mail as it will be for the first of them. */
    public record Group(Decision decision, List<ApplicationRow> rows, Mail mail) {}

    @PostConstruct
    void read() {
        String[] picks = Faces.getRequestParameterValues("pick");
        chosen = picks == null ? List.of() : Arrays.asList(picks);
        prepared = applications.prepared();
        Map<Decision, Mail> mails = publications.mails(prepared);
        groups = mails.entrySet().stream()
                .map(mail -> new Group(
                        mail.getKey(),
                        prepared.stream()
                                .filter(row -> row.decision() == mail.getKey())
                                .toList(),
                        mail.getValue()))
                .toList();
        latest = publications.latest(LATEST);
    }

    public void load() {
        // read before, for the act as well
    }

    public void publish() {
        PublishDecisions.Planned planned = publishing.plan(new PublishDecisions.Chosen(Seen.of(chosen)));
        planned.leftOut().forEach(sentence -> messages.warn("applications.leftOut", sentence));
        Faces.redirect(ApplicationRoutes.publication(planned.id()));
    }

    /** All are ticked to begin with. */
    public boolean isChosen(ApplicationRow row) {
        return !Faces.isPostback() || chosen.contains(row.seen());
    }

    public int getTotal() {
        return prepared.size();
    }

    public List<Group> getGroups() {
        return groups;
    }

    public List<PublicationQueries.Row> getLatest() {
        return latest;
    }

    public Instant getLeavesAt() {
        return publications.leavesAt();
    }
}

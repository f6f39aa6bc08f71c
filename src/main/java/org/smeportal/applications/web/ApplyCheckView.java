package org.smeportal.applications.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.smeportal.applications.Answers;
import org.smeportal.applications.FillInApplication;
import org.smeportal.applications.FormStep;
import org.smeportal.applications.SendApplication;
import org.smeportal.applications.StatusQueries;
import org.smeportal.exams.ExamQueries;
import org.smeportal.platform.web.ClientAddress;

/** The last step of the form (R1.1): everything once more, consents, and the button that sends it. */
@Named
@RequestScoped
public class ApplyCheckView {
    @Inject
    private SendApplication send;

    @Inject
    private FillInApplication fill;

    @Inject
    private StatusQueries queries;

    @Inject
    private ExamQueries examQueries;

    @Inject
    private DraftCookie cookie;

    @Inject
    private ClientAddress client;

    private StatusQueries.Terms terms = new StatusQueries.Terms(0, 0, 0, 0, 0);
    private Answers answers = Answers.none();
    private List<String> exams = List.of();
    private int version;
    private boolean privacy;
    private boolean contactLater;
    private @Nullable String website;

    @PostConstruct
    void open() {
        terms = queries.terms();
        queries.draft(cookie.read()).ifPresent(draft -> {
            answers = draft.answers();
            version = draft.version();
        });
        exams = examQueries.list().stream()
                .filter(exam -> answers.exams().contains(exam.id()))
                .map(exam -> exam.code() + " " + exam.name() + ", " + exam.level())
                .toList();
    }

    public void load() {
        FormStep open = FormStep.firstOpen(answers.missing());
        if (open != FormStep.CHECK) {
            Faces.redirect("/apply/form/" + open.number());
        }
    }

    public void send() {
        send.send(new SendApplication.Sending(cookie.read(), version, privacy, contactLater, website, client.get()));
        Faces.redirect("/apply/sent");
    }

    public void startOver() {
        fill.startOver(cookie.read());
        cookie.remove();
        Faces.redirect("/apply?over=1");
    }

    public List<FormStep> getSteps() {
        return List.of(FormStep.values());
    }

    public StatusQueries.Terms getTerms() {
        return terms;
    }

    public Answers getAnswers() {
        return answers;
    }

    public List<String> getExams() {
        return exams;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public boolean isPrivacy() {
        return privacy;
    }

    public void setPrivacy(boolean privacy) {
        this.privacy = privacy;
    }

    public boolean isContactLater() {
        return contactLater;
    }

    public void setContactLater(boolean contactLater) {
        this.contactLater = contactLater;
    }

    /** A field that people do not see. */
    public @Nullable String getWebsite() {
        return website;
    }

    public void setWebsite(@Nullable String website) {
        this.website = website;
    }
}

package org.smeportal.profiles.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.web.Messages;
import org.smeportal.profiles.Evidence;
import org.smeportal.profiles.KeepOwnProfile;

/** An exam that the signed-in SME passed, with what shows it. */
@Named
@RequestScoped
public class TellQualificationView {
    @Inject
    private KeepOwnProfile keep;

    @Inject
    private ExamQueries exams;

    @Inject
    private Messages messages;

    private List<ExamQueries.Choice> choices = List.of();
    private @Nullable Long exam;
    private String certificate = "";
    private @Nullable String number;
    private @Nullable String url;
    private @Nullable LocalDate obtainedOn;
    private @Nullable LocalDate expiresOn;

    @PostConstruct
    void open() {
        choices = exams.choices();
    }

    public String save() {
        LocalDate obtained = obtainedOn;
        if (obtained == null) {
            throw new Refused("profiles.refused.obtained").at("obtainedOn");
        }
        keep.claim(new Evidence(certificate, number, url, obtained, expiresOn), exam == null ? 0 : exam);
        messages.note("profiles.claimed");
        return "/app/profiles/profile?faces-redirect=true";
    }

    public List<ExamQueries.Choice> getChoices() {
        return choices;
    }

    public @Nullable Long getExam() {
        return exam;
    }

    public void setExam(@Nullable Long exam) {
        this.exam = exam;
    }

    public String getCertificate() {
        return certificate;
    }

    public void setCertificate(@Nullable String certificate) {
        this.certificate = certificate == null ? "" : certificate;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = url;
    }

    public @Nullable LocalDate getObtainedOn() {
        return obtainedOn;
    }

    public void setObtainedOn(@Nullable LocalDate obtainedOn) {
        this.obtainedOn = obtainedOn;
    }

    public @Nullable LocalDate getExpiresOn() {
        return expiresOn;
    }

    public void setExpiresOn(@Nullable LocalDate expiresOn) {
        this.expiresOn = expiresOn;
    }
}

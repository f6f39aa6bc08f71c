package org.smeportal.smes.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Text;
import org.smeportal.platform.web.Messages;
import org.smeportal.smes.ChangeSme;
import org.smeportal.smes.CreateSme;
import org.smeportal.smes.SmeQueries;

/** A new SME, or changes of one; who saves second sees beside each field what is saved now. */
@Named
@RequestScoped
public class SmeEditView {
    @Inject
    private CreateSme create;

    @Inject
    private ChangeSme change;

    @Inject
    private SmeQueries smes;

    @Inject
    private ExamQueries exams;

    @Inject
    private Messages messages;

    @Inject
    private Text text;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private List<ExamQueries.Choice> examChoices = List.of();
    private SmeQueries.@Nullable Row overtakenBy;
    private int version;
    private String email = "";
    private String name = "";
    private String country = "";
    private String zone = "";
    private @Nullable String employer;
    private @Nullable String expertise;
    private @Nullable String languages;
    private Long[] qualifiedFor = {};
    private boolean visible;

    @PostConstruct
    void open() {
        examChoices = exams.choices();
    }

    public void load() {
        if (id != null) {
            SmeQueries.Row sme = stored();
            version = sme.version();
            email = sme.email();
            name = sme.name();
            country = sme.country();
            zone = sme.zone().getId();
            employer = sme.employer();
            expertise = sme.expertise();
            languages = sme.languages();
            qualifiedFor = sme.examIds().toArray(Long[]::new);
            visible = sme.visible();
        }
    }

    public void save() {
        CreateSme.NewSme facts = new CreateSme.NewSme(
                email, name, country, zone, employer, expertise, languages, Set.of(qualifiedFor), visible);
        UUID sme;
        if (id == null) {
            sme = create.create(facts);
            messages.note("smes.created", facts.name());
        } else {
            SmeQueries.Row now = stored();
            int seen = version;
            if (now.version() != seen) {
                overtakenBy = now;
                version = now.version();
            }
            sme = now.publicId();
            change.change(new ChangeSme.Change(sme, seen, facts));
            messages.note("smes.saved");
        }
        Faces.redirect("/app/smes/sme/%s", sme.toString());
    }

    /** What somebody else saved in that field in the meantime; null when it is what was typed. */
    public @Nullable String nowSaved(String field) {
        SmeQueries.Row now = overtakenBy;
        if (now == null) {
            return null;
        }
        return switch (field) {
            case "email" -> differs(email, now.email());
            case "name" -> differs(name, now.name());
            case "country" -> differs(country, now.country());
            case "zone" -> differs(zone, now.zone().getId());
            case "employer" -> differs(employer, now.employer());
            case "expertise" -> differs(expertise, now.expertise());
            case "languages" -> differs(languages, now.languages());
            case "exams" ->
                Set.of(qualifiedFor).equals(now.examIds())
                        ? null
                        : text.of("smes.nowSaved", String.join(" ", now.exams()));
            default -> null;
        };
    }

    private @Nullable String differs(@Nullable String typed, @Nullable String now) {
        return Objects.equals(typed, now) ? null : text.of("smes.nowSaved", now == null ? "–" : now);
    }

    private SmeQueries.Row stored() {
        UUID publicId = Words.named(id);
        return smes.one(publicId).orElseThrow(NotFound::new);
    }

    public boolean isNew() {
        return id == null;
    }

    public @Nullable String getId() {
        return id;
    }

    public List<ExamQueries.Choice> getExamChoices() {
        return examChoices;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email == null ? "" : email;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country == null ? "" : country;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone == null ? "" : zone;
    }

    public @Nullable String getEmployer() {
        return employer;
    }

    public void setEmployer(@Nullable String employer) {
        this.employer = employer;
    }

    public @Nullable String getExpertise() {
        return expertise;
    }

    public void setExpertise(@Nullable String expertise) {
        this.expertise = expertise;
    }

    public @Nullable String getLanguages() {
        return languages;
    }

    public void setLanguages(@Nullable String languages) {
        this.languages = languages;
    }

    public Long[] getQualifiedFor() {
        return qualifiedFor.clone();
    }

    public void setQualifiedFor(Long[] qualifiedFor) {
        this.qualifiedFor = qualifiedFor.clone();
    }

    public boolean isVisible() {
        return visible;
    }

    public void setVisible(boolean visible) {
        this.visible = visible;
    }
}

package org.smeportal.applications.web;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smeportal.applications.Answers;
import org.smeportal.applications.Attendance;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/** What is typed into the form, as it was typed. */
public class ApplicationForm {
    private Long[] exams = {};
    private @Nullable String email;
    private @Nullable String name;
    private @Nullable String country;
    private @Nullable String zone;
    private @Nullable String employer;
    private @Nullable String certifications;
    private @Nullable String yearsExperience;
    private @Nullable String expertise;
    private @Nullable String languages;
    private @Nullable String motivation;
    private @Nullable String heardOf;
    private @Nullable String attendance;
    private @Nullable Answers overtakenBy;

    Answers answers() {
        return new Answers(
                email,
                name,
                country,
                zone,
                employer,
                Set.of(exams),
                certifications,
                years(),
                expertise,
                languages,
                motivation,
                heardOf,
                Words.constant(Attendance.class, attendance));
    }

    void show(Answers answers) {
        email = answers.email();
        name = answers.name();
        country = answers.country();
        zone = answers.zone();
        employer = answers.employer();
        exams = answers.exams().toArray(Long[]::new);
        certifications = answers.certifications();
        yearsExperience = answers.yearsExperience() == null
                ? null
                : answers.yearsExperience().toString();
        expertise = answers.expertise();
        languages = answers.languages();
        motivation = answers.motivation();
        heardOf = answers.heardOf();
        attendance = answers.attendance() == null ? null : answers.attendance().name();
    }

    void overtakenBy(Answers now) {
        overtakenBy = now;
    }

    /** What another tab saved in that field in the meantime; null when it is what was typed. */
    public @Nullable String nowSaved(String field) {
        Answers now = overtakenBy;
        if (now == null) {
            return null;
        }
        return switch (field) {
            case "email" -> differs(email, now.email());
            case "name" -> differs(name, now.name());
            case "country" -> differs(country, now.country());
            case "zone" -> differs(zone, now.zone());
            case "employer" -> differs(employer, now.employer());
            case "certifications" -> differs(certifications, now.certifications());
            case "yearsExperience" -> differs(yearsExperience, now.yearsExperience());
            case "expertise" -> differs(expertise, now.expertise());
            case "languages" -> differs(languages, now.languages());
            case "motivation" -> differs(motivation, now.motivation());
            case "heardOf" -> differs(heardOf, now.heardOf());
            default -> null;
        };
    }

    private static @Nullable String differs(@Nullable String typed, @Nullable Object now) {
        String saved = Objects.toString(now, "");
        return saved.equals(Objects.toString(typed, "").strip().replace("\r\n", "\n"))
                ? null
                : saved.isEmpty() ? "–" : saved;
    }

    private @Nullable Integer years() {
        try {
            return yearsExperience == null || yearsExperience.isBlank()
                    ? null
                    : Integer.valueOf(yearsExperience.strip());
        } catch (NumberFormatException e) {
            throw new Refused("applications.refused.years", Answers.MOST_YEARS).at("yearsExperience");
        }
    }

    public Long[] getExams() {
        return exams.clone();
    }

    public void setExams(Long[] exams) {
        this.exams = exams.clone();
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }

    public @Nullable String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone;
    }

    public @Nullable String getEmployer() {
        return employer;
    }

    public void setEmployer(@Nullable String employer) {
        this.employer = employer;
    }

    public @Nullable String getCertifications() {
        return certifications;
    }

    public void setCertifications(@Nullable String certifications) {
        this.certifications = certifications;
    }

    public @Nullable String getYearsExperience() {
        return yearsExperience;
    }

    public void setYearsExperience(@Nullable String yearsExperience) {
        this.yearsExperience = yearsExperience;
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

    public @Nullable String getMotivation() {
        return motivation;
    }

    public void setMotivation(@Nullable String motivation) {
        this.motivation = motivation;
    }

    public @Nullable String getHeardOf() {
        return heardOf;
    }

    public void setHeardOf(@Nullable String heardOf) {
        this.heardOf = heardOf;
    }

    public @Nullable String getAttendance() {
        return attendance;
    }

    public void setAttendance(@Nullable String attendance) {
        this.attendance = attendance;
    }
}

package org.smeportal.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/**
 * What an applicant says (R1.1), checked and tidied; whatever was typed may still be missing in a draft. {@code exams}
 * are those of interest. A refusal names the field that it is about.
 */
public record Answers(
        @Nullable String email,
        @Nullable String name,
        @Nullable String country,
        @Nullable String zone,
        @Nullable String employer,
        Set<Long> exams,
        @Nullable String certifications,
        @Nullable Integer yearsExperience,
        @Nullable String expertise,
        @Nullable String languages,
        @Nullable String motivation,
        @Nullable String heardOf,
        @Nullable Attendance attendance) {

    public static final int MOST_YEARS = 70;
    public static final int MOST_MOTIVATION = 4000;

    public Answers {
        String typedEmail = email;
        String typedName = name;
        String typedCountry = country;
        String typedZone = zone;
        String typedEmployer = employer;
        String typedCertifications = certifications;
        String typedExpertise = expertise;
        String typedLanguages = languages;
        String typedMotivation = motivation;
        String typedHeardOf = heardOf;
        email = in(
                "email",
                () -> typedEmail == null || typedEmail.isBlank() ? null : new EmailAddress(typedEmail).value());
        name = in("name", () -> Words.optionalLine(typedName, 120));
        country = in("country", () -> isBlank(typedCountry) ? null : Words.country(typedCountry));
        zone = in(
                "zone", () -> isBlank(typedZone) ? null : Words.zone(typedZone).getId());
        employer = in("employer", () -> Words.optionalLine(typedEmployer, 120));
        exams = Set.copyOf(exams);
        certifications = in("certifications", () -> Words.text(typedCertifications, 1000));
        expertise = in("expertise", () -> Words.optionalLine(typedExpertise, 500));
        languages = in("languages", () -> Words.optionalLine(typedLanguages, 200));
        motivation = in("motivation", () -> Words.text(typedMotivation, MOST_MOTIVATION));
        heardOf = in("heardOf", () -> Words.optionalLine(typedHeardOf, 200));
        if (yearsExperience != null && (yearsExperience < 0 || yearsExperience > MOST_YEARS)) {
            throw new Refused("applications.refused.years", MOST_YEARS).at("yearsExperience");
        }
    }

    public static Answers none() {
        return new Answers(null, null, null, null, null, Set.of(), null, null, null, null, null, null, null);
    }

    /** The fields that a whole application needs and that say nothing yet, in the order of the form. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        need("email", email, missing);
        need("name", name, missing);
        need("country", country, missing);
        need("zone", zone, missing);
        need("exams", exams.isEmpty() ? null : exams, missing);
        need("yearsExperience", yearsExperience, missing);
        need("expertise", expertise, missing);
        need("languages", languages, missing);
        need("motivation", motivation, missing);
        need("attendance", attendance, missing);
        return missing;
    }

    private static void need(String field, @Nullable Object value, List<String> missing) {
        if (value == null) {
            missing.add(field);
        }
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static <T extends @Nullable Object> T in(String field, Supplier<T> tidy) {
        try {
            return tidy.get();
        } catch (Refused refused) {
            throw refused.at(field);
        }
    }
}

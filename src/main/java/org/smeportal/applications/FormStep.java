package org.smeportal.applications;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The parts of the form (R1.1), in their order: each saves its own fields, so that two tabs disturb each other seldom. */
public enum FormStep {
    ABOUT(1, Set.of("email", "name", "country", "zone", "employer")),
    EXPERTISE(2, Set.of("exams", "certifications", "yearsExperience", "expertise", "languages")),
    REASONS(3, Set.of("motivation", "heardOf", "attendance")),
    CHECK(4, Set.of());

    private final int number;
    private final Set<String> fields;

    FormStep(int number, Set<String> fields) {
        this.number = number;
        this.fields = fields;
    }

    public int number() {
        return number;
    }

    public boolean has(String field) {
        return fields.contains(field);
    }

    /** The step of that number, the nearest one for a number that is none. */
    public static FormStep of(int number) {
        return values()[Math.min(Math.max(number, 1), values().length) - 1];
    }

    /** What is stored, with the fields of this step as they were typed. */
    Answers merged(Answers stored, Answers typed) {
        return new Answers(
                has("email") ? typed.email() : stored.email(),
                has("name") ? typed.name() : stored.name(),
                has("country") ? typed.country() : stored.country(),
                has("zone") ? typed.zone() : stored.zone(),
                has("employer") ? typed.employer() : stored.employer(),
                has("exams") ? typed.exams() : stored.exams(),
                has("certifications") ? typed.certifications() : stored.certifications(),
                has("yearsExperience") ? typed.yearsExperience() : stored.yearsExperience(),
                has("expertise") ? typed.expertise() : stored.expertise(),
                has("languages") ? typed.languages() : stored.languages(),
                has("motivation") ? typed.motivation() : stored.motivation(),
                has("heardOf") ? typed.heardOf() : stored.heardOf(),
                has("attendance") ? typed.attendance() : stored.attendance());
    }

    /** Whether the fields of this step say the same. */
    boolean same(Answers one, Answers other) {
        return Objects.equals(merged(Answers.none(), one), merged(Answers.none(), other));
    }

    /** The first step that still misses something, else the last one. */
    public static FormStep firstOpen(List<String> missing) {
        for (FormStep step : values()) {
            if (missing.stream().anyMatch(step::has)) {
                return step;
            }
        }
        return CHECK;
    }
}

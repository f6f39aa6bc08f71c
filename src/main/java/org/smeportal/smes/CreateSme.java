package org.smeportal.smes;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A new SME; one e-mail address is one SME. */
@UseCase
@Requires(Permission.MANAGE_SMES)
public class CreateSme {
    private final Smes smes;
    private final Clock clock;

    @Inject
    public CreateSme(Smes smes, Clock clock) {
        this.smes = smes;
        this.clock = clock;
    }

    /** What is known of an SME, checked and tidied; {@code exams} are those they are qualified for. */
    public record NewSme(
            String email,
            String name,
            String country,
            String zone,
            @Nullable String employer,
            @Nullable String expertise,
            @Nullable String languages,
            Set<Long> exams,
            boolean visible)
            implements AuditedCommand {

        public NewSme {
            email = new EmailAddress(email).value();
            name = Words.line(name, 120);
            country = Words.country(country);
            zone = Words.zone(zone).getId();
            employer = Words.optionalLine(employer, 120);
            expertise = Words.optionalLine(expertise, 500);
            languages = Words.optionalLine(languages, 200);
            exams = Set.copyOf(exams);
        }

        @Override
        public String auditSubject() {
            return "sme:" + email;
        }

        @Override
        public @Nullable String auditDetail() {
            return name;
        }
    }

    public UUID create(NewSme facts) {
        smes.mustBeFree(facts.email(), null);
        smes.mustExist(facts.exams());
        Sme sme = new Sme(facts, clock.instant());
        smes.add(sme);
        return sme.publicId();
    }
}

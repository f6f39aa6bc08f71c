package org.smeportal.agreements;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Csv;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Who accepted a version and who has not, as a file; the audit trail keeps who took it along. */
@UseCase
@Requires(Permission.MANAGE_AGREEMENTS)
public class ExportAcceptances {
    private static final List<String> HEADER =
            List.of("version", "name", "email", "accepted_at_utc", "address", "text_sha256");

    private final AgreementQueries agreements;

    @Inject
    public ExportAcceptances(AgreementQueries agreements) {
        this.agreements = agreements;
    }

    public Optional<String> csv(UUID agreement, AgreementQueries.Filter filter) {
        return agreements
                .one(agreement, 0)
                .map(version -> Csv.BOM
                        + Csv.write(
                                HEADER,
                                agreements.everybody(agreement, filter).stream()
                                        .map(person -> row(version, person))
                                        .toList()));
    }

    private static List<@Nullable String> row(AgreementQueries.Version version, AgreementQueries.Person person) {
        Instant at = person.acceptedAt();
        return Arrays.asList(
                Integer.toString(version.number()),
                person.name(),
                person.email(),
                at == null ? null : at.toString(),
                person.address(),
                person.textHash());
    }
}

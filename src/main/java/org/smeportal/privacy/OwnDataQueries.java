package org.smeportal.privacy;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Queries;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** Everything the portal holds of one person: one statement for each part, however long it is. */
@Queries
public class OwnDataQueries {
    private final SmeDirectory directory;
    private final AccountQueries accounts;
    private final Instance<PersonalData> holders;

    @Inject
    public OwnDataQueries(SmeDirectory directory, AccountQueries accounts, @Any Instance<PersonalData> holders) {
        this.directory = directory;
        this.accounts = accounts;
        this.holders = holders;
    }

    public record Section(String name, List<Part> parts) {}

    public Person ofAccount(long accountId) {
        return person(directory.byAccount(accountId));
    }

    public Person ofSme(UUID publicId) {
        return person(directory.byPublicId(publicId));
    }

    public List<Section> sections(Person person) {
        return holders().stream()
                .map(holder -> new Section(holder.section(), holder.of(person)))
                .toList();
    }

    /** In the order of their sections. */
    List<PersonalData> holders() {
        return holders.stream()
                .sorted(Comparator.comparing(PersonalData::place))
                .toList();
    }

    private Person person(Optional<SmeCard> found) {
        SmeCard sme = found.orElseThrow(NotFound::new);
        Long account = sme.accountId();
        return Person.of(sme, account == null ? null : accounts.one(account).orElse(null));
    }
}

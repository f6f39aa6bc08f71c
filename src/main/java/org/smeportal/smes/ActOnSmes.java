package org.smeportal.smes;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountOpening;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.security.Role;
import org.smeportal.smes.OutlookQueries.Outlook;
import org.smeportal.smes.SmeQueries.Row;

/** One act for many SMEs in one transaction: done for all of whom something comes of it, who are as many as were shown. */
@UseCase
@Requires(Permission.MANAGE_SMES)
public class ActOnSmes {
    public static final int MOST = 500;

    private final Smes smes;
    private final OutlookQueries outlooks;
    private final AccountOpening opening;

    @Inject
    public ActOnSmes(Smes smes, OutlookQueries outlooks, AccountOpening opening) {
        this.smes = smes;
        this.outlooks = outlooks;
        this.opening = opening;
    }

    /** {@code examId} is 0 for acts without one; {@code expected} is how many the page named. */
    public record Wanted(BulkAct act, Set<UUID> smes, long examId, int expected) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return act.needsExam() ? "exam:" + examId : "smes";
        }

        @Override
        public @Nullable String auditDetail() {
            return act + " " + expected;
        }
    }

    public Outlook act(Wanted wanted) {
        if (wanted.smes().size() > MOST) {
            throw new Refused("smes.refused.bulkMany", MOST);
        }
        if (wanted.act().needsExam()) {
            smes.mustExist(Set.of(wanted.examId()));
        }
        Map<UUID, Sme> alone =
                smes.allAlone(wanted.smes()).stream().collect(Collectors.toMap(Sme::publicId, Function.identity()));
        Outlook outlook = outlooks.of(wanted.act(), wanted.smes(), wanted.examId());
        if (outlook.done().isEmpty() || outlook.done().size() != wanted.expected()) {
            throw new Refused(
                    "smes.refused.bulkOthers", wanted.expected(), outlook.done().size());
        }
        for (Row row : outlook.done()) {
            Sme sme = alone.get(row.publicId());
            if (sme != null) {
                act(wanted, sme);
            }
        }
        return outlook;
    }

    private void act(Wanted wanted, Sme sme) {
        switch (wanted.act()) {
            case PAUSE -> sme.pause();
            case RESUME -> sme.resume();
            case INVITE ->
                sme.linkAccount(opening.open(new EmailAddress(sme.email()), sme.name(), sme.zone(), Role.SME));
            case QUALIFY -> sme.qualify(wanted.examId());
            case DISQUALIFY -> sme.disqualify(wanted.examId());
        }
    }
}

package org.smeportal.profiles.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.profiles.Expiry;
import org.smeportal.profiles.JudgeQualification;
import org.smeportal.profiles.ProfileQueries;
import org.smeportal.security.CurrentUser;

/** The part of an SME's page where programme managers look at evidence; which SME it is stands in the address. */
@Named
@RequestScoped
public class SmeQualificationsView {
    @Inject
    private ProfileQueries profiles;

    @Inject
    private JudgeQualification judge;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param(name = "qualification")
    private @Nullable String chosen;

    @Inject
    @Param(name = "reason")
    private @Nullable String reason;

    private List<ProfileQueries.Row> rows = List.of();

    @PostConstruct
    void read() {
        UUID sme = Words.uuid(id);
        rows = sme == null ? List.of() : profiles.qualificationsOf(sme);
    }

    public void confirm() {
        ProfileQueries.Row row = row();
        judge.confirm(row.publicId());
        messages.note("profiles.confirmed", row.examCode());
        Faces.redirect("/app/smes/sme/%s", id);
    }

    public void reject() {
        ProfileQueries.Row row = row();
        if (reason == null || reason.isBlank()) {
            throw new Refused("profiles.refused.reason");
        }
        judge.reject(new JudgeQualification.Rejection(row.publicId(), reason));
        messages.note("profiles.rejected", row.examCode());
        Faces.redirect("/app/smes/sme/%s", id);
    }

    private ProfileQueries.Row row() {
        UUID asked = Words.uuid(chosen);
        return rows.stream()
                .filter(row -> row.publicId().equals(asked))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public List<ProfileQueries.Row> getRows() {
        return rows;
    }

    public Expiry expiry(ProfileQueries.Row row) {
        return row.expiry(LocalDate.ofInstant(clock.instant(), user.getZone()));
    }

    public @Nullable String getReason() {
        return reason;
    }
}

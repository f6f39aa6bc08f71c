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
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.profiles.Expiry;
import org.smeportal.profiles.KeepOwnProfile;
import org.smeportal.profiles.Limits;
import org.smeportal.profiles.ProfileQueries;
import org.smeportal.profiles.TravelRadius;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.TellAboutMe;

/** What an SME says about themselves: who they are, what they want to be asked for, which exams they passed. */
@Named
@RequestScoped
public class OwnProfileView {
    private static final String PAGE = "/app/profiles/profile?faces-redirect=true";

    @Inject
    private ProfileQueries profiles;

    @Inject
    private TellAboutMe tell;

    @Inject
    private KeepOwnProfile keep;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private Messages messages;

    @Inject
    @Param(name = "qualification")
    private @Nullable String chosen;

    private ProfileQueries.@Nullable Own own;
    private List<ProfileQueries.Row> qualifications = List.of();
    private final AboutForm form = new AboutForm();
    private @Nullable Integer maxEvents;
    private TravelRadius travel = TravelRadius.ANYWHERE;

    /** Before an act too: a refusal of one form shows the others as they were. */
    @PostConstruct
    void read() {
        ProfileQueries.Own found = profiles.own(user.accountId()).orElse(null);
        own = found;
        if (found != null) {
            form.show(found);
            maxEvents = found.limits().maxEvents();
            travel = found.limits().travel();
            qualifications = profiles.qualifications(user.accountId());
        }
    }

    public String saveAbout() {
        tell.tell(form.about());
        messages.note("profiles.about.saved");
        return PAGE;
    }

    public String saveLimits() {
        keep.limit(new Limits(maxEvents, travel));
        messages.note("profiles.limits.saved");
        return PAGE;
    }

    public String takeBack() {
        UUID qualification = Words.named(chosen);
        keep.takeBack(qualification);
        messages.note("profiles.takenBack");
        return PAGE;
    }

    /** Null for an account that no SME of the directory belongs to. */
    public ProfileQueries.@Nullable Own getOwn() {
        return own;
    }

    public List<ProfileQueries.Row> getQualifications() {
        return qualifications;
    }

    public Expiry expiry(ProfileQueries.Row row) {
        return row.expiry(LocalDate.ofInstant(clock.instant(), user.getZone()));
    }

    public AboutForm getForm() {
        return form;
    }

    public TravelRadius[] getRadii() {
        return TravelRadius.values();
    }

    public @Nullable Integer getMaxEvents() {
        return maxEvents;
    }

    public void setMaxEvents(@Nullable Integer maxEvents) {
        this.maxEvents = maxEvents;
    }

    public TravelRadius getTravel() {
        return travel;
    }

    public void setTravel(TravelRadius travel) {
        this.travel = travel;
    }
}

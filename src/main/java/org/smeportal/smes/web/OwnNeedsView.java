package org.smeportal.smes.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.Need;
import org.smeportal.smes.NeedQueries;
import org.smeportal.smes.TellNeeds;

/** The part of the profile where an SME says what they need; nobody else has such a page. */
@Named
@RequestScoped
public class OwnNeedsView {
    @Inject
    private NeedQueries needs;

    @Inject
    private TellNeeds tell;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    private Need[] diets = {};
    private Need[] access = {};
    private @Nullable String dietNote;
    private @Nullable String accessNote;

    @PostConstruct
    void read() {
        if (user.isSme()) {
            NeedQueries.Own own = needs.own(user.accountId());
            diets = own.needs().stream().filter(Need::isDiet).toArray(Need[]::new);
            access = own.needs().stream().filter(need -> !need.isDiet()).toArray(Need[]::new);
            dietNote = own.dietNote();
            accessNote = own.accessNote();
        }
    }

    public String save() {
        Set<Need> all = new HashSet<>(List.of(diets));
        all.addAll(List.of(access));
        tell.tell(new TellNeeds.Told(all, dietNote, accessNote));
        messages.note("smes.needs.saved");
        return "/app/accounts/profile?faces-redirect=true";
    }

    public List<Need> getDietChoices() {
        return Need.diets();
    }

    public List<Need> getAccessChoices() {
        return Need.access();
    }

    public Need[] getDiets() {
        return diets.clone();
    }

    public void setDiets(Need[] diets) {
        this.diets = diets.clone();
    }

    public Need[] getAccess() {
        return access.clone();
    }

    public void setAccess(Need[] access) {
        this.access = access.clone();
    }

    public @Nullable String getDietNote() {
        return dietNote;
    }

    public void setDietNote(@Nullable String dietNote) {
        this.dietNote = dietNote;
    }

    public @Nullable String getAccessNote() {
        return accessNote;
    }

    public void setAccessNote(@Nullable String accessNote) {
        this.accessNote = accessNote;
    }
}

package org.smeportal.profiles.web;

import org.jspecify.annotations.Nullable;
import org.smeportal.profiles.ProfileQueries;
import org.smeportal.smes.TellAboutMe;

/** The fields about oneself, as typed. */
public class AboutForm {
    private int version;
    private String country = "";
    private @Nullable String employer;
    private @Nullable String expertise;
    private @Nullable String languages;
    private boolean visible;

    void show(ProfileQueries.Own own) {
        version = own.version();
        country = own.country();
        employer = own.employer();
        expertise = own.expertise();
        languages = own.languages();
        visible = own.visible();
    }

    TellAboutMe.About about() {
        return new TellAboutMe.About(version, country, employer, expertise, languages, visible);
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country == null ? "" : country;
    }

    public @Nullable String getEmployer() {
        return employer;
    }

    public void setEmployer(@Nullable String employer) {
        this.employer = employer;
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

    public boolean isVisible() {
        return visible;
    }

    public void setVisible(boolean visible) {
        this.visible = visible;
    }
}

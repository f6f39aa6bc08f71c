package org.smeportal.practical.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.Modality;
import org.smeportal.platform.web.Messages;
import org.smeportal.practical.PracticalFacts;
import org.smeportal.practical.PracticalQueries;
import org.smeportal.practical.WritePractical;

/** A programme manager writes how to come to an event, or to join it; who saves second is told before saving over. */
@Named
@RequestScoped
public class PracticalEditView {
    @Inject
    private EventDirectory events;

    @Inject
    private PracticalQueries practical;

    @Inject
    private WritePractical write;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private @Nullable EventCard event;
    private final Form form = new Form();

    public void load() {
        PracticalQueries.Stored stored = practical.stored(getEvent().id());
        form.take(stored.facts(), stored.version());
    }

    public void save() {
        EventCard known = getEvent();
        int seen = form.getVersion();
        PracticalQueries.Stored now = practical.stored(known.id());
        form.setVersion(now.version());
        form.keepUnseen(now.facts(), known.modality());
        write.write(new WritePractical.Page(known.publicId(), seen, form.facts()));
        messages.note("practical.saved");
        Faces.redirect("/app/practical/practical-edit/%s", known.publicId().toString());
    }

    public EventCard getEvent() {
        if (event == null) {
            event = events.named(id);
        }
        return event;
    }

    public Form getForm() {
        return form;
    }

    /** What is typed. */
    public static class Form {
        private int version;
        private @Nullable String meetingPoint;
        private @Nullable String contactName;
        private @Nullable String contactPhone;
        private @Nullable String lobby;
        private @Nullable String meals;
        private @Nullable String travel;
        private @Nullable String joining;
        private @Nullable String technicalCheck;

        void take(PracticalFacts facts, int storedVersion) {
            version = storedVersion;
            meetingPoint = facts.meetingPoint();
            contactName = facts.contactName();
            contactPhone = facts.contactPhone();
            lobby = facts.lobby();
            meals = facts.meals();
            travel = facts.travel();
            joining = facts.joining();
            technicalCheck = facts.technicalCheck();
        }

        /** What the page did not show stays: an event that went virtual may go back. */
        void keepUnseen(PracticalFacts facts, Modality shown) {
            if (!shown.needsVenue()) {
                meetingPoint = facts.meetingPoint();
                lobby = facts.lobby();
                meals = facts.meals();
                travel = facts.travel();
            }
            if (!shown.hasLink()) {
                joining = facts.joining();
                technicalCheck = facts.technicalCheck();
            }
        }

        PracticalFacts facts() {
            return new PracticalFacts(
                    meetingPoint, contactName, contactPhone, lobby, meals, travel, joining, technicalCheck);
        }

        public int getVersion() {
            return version;
        }

        public void setVersion(int version) {
            this.version = version;
        }

        public @Nullable String getMeetingPoint() {
            return meetingPoint;
        }

        public void setMeetingPoint(@Nullable String meetingPoint) {
            this.meetingPoint = meetingPoint;
        }

        public @Nullable String getContactName() {
            return contactName;
        }

        public void setContactName(@Nullable String contactName) {
            this.contactName = contactName;
        }

        public @Nullable String getContactPhone() {
            return contactPhone;
        }

        public void setContactPhone(@Nullable String contactPhone) {
            this.contactPhone = contactPhone;
        }

        public @Nullable String getLobby() {
            return lobby;
        }

        public void setLobby(@Nullable String lobby) {
            this.lobby = lobby;
        }

        public @Nullable String getMeals() {
            return meals;
        }

        public void setMeals(@Nullable String meals) {
            this.meals = meals;
        }

        public @Nullable String getTravel() {
            return travel;
        }

        public void setTravel(@Nullable String travel) {
            this.travel = travel;
        }

        public @Nullable String getJoining() {
            return joining;
        }

        public void setJoining(@Nullable String joining) {
            this.joining = joining;
        }

        public @Nullable String getTechnicalCheck() {
            return technicalCheck;
        }

        public void setTechnicalCheck(@Nullable String technicalCheck) {
            this.technicalCheck = technicalCheck;
        }
    }
}

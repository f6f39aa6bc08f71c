package org.smeportal.events.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.events.Modality;
import org.smeportal.events.StoredEvent;
import org.smeportal.exams.ExamQueries;
import org.smeportal.platform.Text;

/** Where what one planner typed is not what another one stored. */
public final class EventDifferences {
    private final List<Difference> differences = new ArrayList<>();

    private EventDifferences() {}

    /** One field with both values as text; {@code label} is the key of its name. */
    public record Difference(String label, String theirs, String mine) {}

    static List<Difference> between(
            StoredEvent theirs,
            EventForm mine,
            Text text,
            List<ExamQueries.Choice> exams,
            List<AccountQueries.Choice> leads,
            List<Place> places) {
        EventDifferences all = new EventDifferences();
        Modality modality = mine.getModality();
        all.compare("kind", text.ofConstant(theirs.kind()), text.ofConstant(mine.getKind()));
        all.compare(
                "exam",
                theirs.examCode(),
                exams.stream()
                        .filter(exam -> Objects.equals(exam.id(), mine.getExamId()))
                        .findFirst()
                        .map(ExamQueries.Choice::code)
                        .orElse(null));
        all.compare("title", theirs.title(), mine.getTitle());
        all.compare("purpose", theirs.purpose(), mine.getPurpose());
        all.compare("modality", text.ofConstant(theirs.modality()), text.ofConstant(modality));
        all.compare("zone", theirs.zone().getId(), mine.getZone());
        all.compare("firstDay", theirs.firstDay(), mine.getFirstDay());
        all.compare("lastDay", theirs.lastDay(), mine.getLastDay() == null ? mine.getFirstDay() : mine.getLastDay());
        all.compare("from", theirs.from(), mine.getFrom());
        all.compare("to", theirs.to(), mine.getTo());
        if (modality.needsVenue()) {
            all.compare(
                    "place",
                    Place.label(places, Place.value(theirs.venueId(), theirs.roomId())),
                    Place.label(places, mine.getPlace()));
            all.compare("venueName", theirs.venueName(), mine.getVenueName());
            all.compare("venueAddress", theirs.venueAddress(), mine.getVenueAddress());
            all.compare("seatsInPerson", theirs.seatsInPerson(), mine.getSeatsInPerson());
        }
        if (modality.hasLink()) {
            all.compare("meetingLink", theirs.meetingLink(), mine.getMeetingLink());
            all.compare("seatsVirtual", theirs.seatsVirtual(), mine.getSeatsVirtual());
        }
        all.compare("deadlineDay", theirs.deadlineDay(), mine.getDeadlineDay());
        all.compare("deadlineTime", theirs.deadlineTime(), mine.getDeadlineTime());
        all.compare(
                "lead",
                theirs.leadName(),
                leads.stream()
                        .filter(lead -> Objects.equals(lead.id(), mine.getLeadId()))
                        .findFirst()
                        .map(AccountQueries.Choice::name)
                        .orElse(null));
        return all.differences;
    }

    private void compare(String field, @Nullable Object theirs, @Nullable Object mine) {
        String stored = theirs == null ? "" : theirs.toString();
        String typed = mine == null ? "" : mine.toString().strip();
        if (!stored.equals(typed)) {
            differences.add(new Difference("events." + field, stored, typed));
        }
    }
}

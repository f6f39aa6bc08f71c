package org.smeportal.practical;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/** What the practical page of an event says, as plain text with paragraphs; whatever is not known yet is null. */
public record PracticalFacts(
        @Nullable String meetingPoint,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String lobby,
        @Nullable String meals,
        @Nullable String travel,
        @Nullable String joining,
        @Nullable String technicalCheck) {

    public static final PracticalFacts NONE = new PracticalFacts(null, null, null, null, null, null, null, null);

    public PracticalFacts {
        meetingPoint = Words.text(meetingPoint, 500);
        contactName = Words.optionalLine(contactName, 120);
        contactPhone = Words.optionalLine(contactPhone, 40);
        if (contactPhone != null && !contactPhone.matches("\\+?[0-9 ()/.x-]{3,40}")) {
            throw new Refused("practical.refused.phone", contactPhone);
        }
        lobby = Words.text(lobby, 2000);
        meals = Words.text(meals, 2000);
        travel = Words.text(travel, 2000);
        joining = Words.text(joining, 2000);
        technicalCheck = Words.text(technicalCheck, 2000);
    }

    public boolean isEmpty() {
        return Stream.of(meetingPoint, contactName, contactPhone, lobby, meals, travel, joining, technicalCheck)
                .allMatch(Objects::isNull);
    }

    /** The number as a telephone dials it. */
    public String dial() {
        return contactPhone == null ? "" : contactPhone.replaceAll("[^+0-9]", "");
    }
}

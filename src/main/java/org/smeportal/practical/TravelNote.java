package org.smeportal.practical;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a programme manager tells one SME about their way to one event: train, hotel. */
@Entity
@Table(name = "travel_note")
class TravelNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "event_id")
    private long eventId;

    @Column(name = "sme_id")
    private long smeId;

    private String note;

    @Column(name = "written_by")
    private String writtenBy;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Version
    private int version;

    protected TravelNote() {}

    TravelNote(long eventId, long smeId, String note, String by, Instant now) {
        this.eventId = eventId;
        this.smeId = smeId;
        write(note, by, now);
    }

    final void write(String text, String by, Instant now) {
        note = text;
        writtenBy = by;
        writtenAt = now;
    }
}

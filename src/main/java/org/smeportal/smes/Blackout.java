package org.smeportal.smes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whole days of an SME's own calendar on which they are away (R2.3). */
@Entity
@Table(name = "sme_blackout")
class Blackout {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "sme_id")
    private long smeId;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    private @Nullable String note;

    protected Blackout() {}

    Blackout(long smeId, KeepOwnDays.Days days) {
        this.publicId = UUID.randomUUID().toString();
        this.smeId = smeId;
        this.firstDay = days.first();
        this.lastDay = days.last();
        this.note = days.note();
    }

    KeepOwnDays.Days days() {
        return new KeepOwnDays.Days(firstDay, lastDay, note);
    }
}

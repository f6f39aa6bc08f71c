package org.smeportal.events;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The seats of an event and modality (R3.6). Its counters are moved by conditional statements only, never from here. */
@Entity
@Table(name = "seat_pool")
class SeatPool {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "event_id", updatable = false)
    private long eventId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Modality modality;

    @Column(updatable = false)
    private int capacity;

    protected SeatPool() {}

    SeatPool(long eventId, Modality modality, int capacity) {
        this.eventId = eventId;
        this.modality = modality;
        this.capacity = capacity;
    }
}

package org.smeportal.events;

/** What speaks against a plan (R2.5). It never stops anybody from saving it. */
public enum ConflictKind {
    /** Who leads the event leads another one then. */
    LEAD,
    /** Another event is in the same rooms then. */
    VENUE,
    /** More seats than the room has. */
    ROOM,
    /** The venue's clocks show something else than the event's. */
    CLOCK,
    /** For half of the panel it is outside of 08:00 to 20:00. */
    HOURS,
    /** An SME of the panel holds a seat of another event then. */
    SEATED,
    /** An SME of the panel is invited to another event then. */
    INVITED,
    /** An SME of the panel is not available then; why is nobody's business. */
    AWAY
}

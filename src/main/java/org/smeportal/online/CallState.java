package org.smeportal.online;

/** Whether a follow-up call takes place. */
public enum CallState {
    BOOKED,
    CANCELLED
}

package org.smeportal.applications;

/** What became of decisions that were to be told together. */
public enum PublicationState {
    /** Until the undo window is over nobody is told. */
    WAITING,
    DONE,
    UNDONE
}

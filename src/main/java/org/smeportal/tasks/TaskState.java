package org.smeportal.tasks;

/** Where a task stands. */
public enum TaskState {
    /** Asked for, not done yet. */
    OPEN,
    /** Done, on a day, in so many minutes. */
    DONE,
    /** Not needed any more. */
    DROPPED
}

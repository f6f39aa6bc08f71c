package org.smeportal.online;

/** What a room is for. */
public enum RoomKind {
    /** Where everybody meets. */
    PLENARY,
    /** Where one group works. */
    GROUP,
    /** Where somebody helps, one at a time. */
    HELP
}

package org.smeportal.items;

/** What moves an item. */
public enum ItemAct {
    SUBMIT,
    WITHDRAW,
    ABANDON,
    SCHEDULE,
    RETURN,
    DUPLICATE,
    ACCEPT,
    REVISE,
    REJECT,
    RESUBMIT,
    EDITORIAL,
    PASS,
    FAIL,
    PUT_ON_FORM,
    CLOSE,
    CLOSE_TO_CALL,
    KEEP,
    ENOUGH_DATA,
    ALARM,
    PROMOTE,
    AGAIN,
    RETIRE,
    MONITOR,
    END,
    CLEAR,
    EXAMINE
}

package org.smeportal.applications;

/** What a programme manager decides of an application, and the state that it has once this is told. */
public enum Decision {
    ACCEPT(ApplicationState.ACCEPTED),
    WAITLIST(ApplicationState.WAITLISTED),
    DECLINE(ApplicationState.DECLINED);

    private final ApplicationState state;

    Decision(ApplicationState state) {
        this.state = state;
    }

    ApplicationState state() {
        return state;
    }
}

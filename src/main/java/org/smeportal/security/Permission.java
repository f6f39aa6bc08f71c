package org.smeportal.security;

import java.util.Set;

/** What may be done, and by which roles: the matrix that {@code @Requires} asks. */
public enum Permission {
    MANAGE_ACCOUNTS(Role.ADMIN),
    MANAGE_PROGRAMME(Role.ADMIN),
    MANAGE_AGREEMENTS(Role.ADMIN),
    GRANT_DUTIES(Role.PM, Role.ADMIN),
    READ_AGREEMENT(Role.SME, Role.PM, Role.ADMIN),
    ACCEPT_AGREEMENT(Role.SME),
    MANAGE_APPLICATIONS(Role.PM),
    MANAGE_RUBRIC(Role.PM, Role.ADMIN),
    KEEP_OWN_PROFILE(Role.SME),
    KEEP_OWN_DATA(Role.SME),
    READ_AUDIT_TRAIL(Role.ADMIN),
    READ_OUTBOX(Role.PM, Role.ADMIN),
    RETRY_MESSAGES(Role.PM, Role.ADMIN),
    READ_EXAMS(Role.PM, Role.ADMIN, Role.SME),
    MANAGE_SMES(Role.PM),
    INVITE_TO_PORTAL(Role.PM, Role.ADMIN),
    PLAN_EVENTS(Role.PM),
    INVITE_SMES(Role.PM),
    ANSWER_OWN_INVITATION(Role.SME),
    JOIN_EVENT_DAY(Role.SME, Role.PM),
    ASK_FOR_HELP(Role.SME),
    RUN_EVENT_DAY(Role.PM),
    RECORD_ATTENDANCE(Role.PM),
    GIVE_FEEDBACK(Role.SME),
    READ_FEEDBACK(Role.PM),
    MANAGE_AWARDS(Role.PM),
    KEEP_OWN_DAYS(Role.SME),
    SEE_CALENDAR(Role.PM, Role.SME),
    SEE_TIMELINE(Role.PM),
    MANAGE_TASKS(Role.PM),
    TELL_OWN_NEEDS(Role.SME),
    TELL_OWN_TASKS(Role.SME),
    SEE_OWN_WORK(Role.SME),
    WRITE_ITEMS(Role.SME),
    MANAGE_ITEMS(Role.PM),
    CHECK_ITEMS(Role.SME, Role.PM),
    PRINT_ITEMS(Role.PM),
    SHOW_AUTHOR(Role.PM),
    ASK_FOR_AUTHOR(Role.ADMIN, Role.PM),
    LEAD_REVIEWS(Role.PM),
    GIVE_VERDICTS(Role.SME),
    JOIN_REVIEWS(Role.SME, Role.PM),
    SEE_PROGRAMME(Role.PM),
    CHANGE_OWN_ACCOUNT(Role.SME, Role.PM, Role.ADMIN);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    public boolean isGrantedTo(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    public Set<Role> roles() {
        return roles;
    }
}

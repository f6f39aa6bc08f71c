package org.smeportal.security;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** Which permission a signed-in page asks for: by the page, else by its folder. What is not named here does not open. */
public final class PageAccess {
    public static final String SIGNED_IN = "/app/";
    private static final Map<String, Permission> PAGES = Map.ofEntries(
            entry("accounts/profile", Permission.CHANGE_OWN_ACCOUNT),
            entry("accounts/second-factor", Permission.CHANGE_OWN_ACCOUNT),
            entry("accounts/sessions", Permission.CHANGE_OWN_ACCOUNT),
            entry("invitations/my-events", Permission.ANSWER_OWN_INVITATION),
            entry("invitations/my-event", Permission.ANSWER_OWN_INVITATION),
            entry("applications/rubric", Permission.MANAGE_RUBRIC),
            entry("applications/rubric-edit", Permission.MANAGE_RUBRIC),
            entry("agreements/accept", Permission.ACCEPT_AGREEMENT),
            entry("agreements/agreement", Permission.READ_AGREEMENT),
            entry("calendar/availability", Permission.KEEP_OWN_DAYS),
            entry("exams/duties", Permission.GRANT_DUTIES),
            entry("exams/duties-edit", Permission.GRANT_DUTIES),
            entry("items/my-items", Permission.WRITE_ITEMS),
            entry("items/my-item", Permission.WRITE_ITEMS),
            entry("items/start-item", Permission.WRITE_ITEMS),
            entry("items/desk", Permission.WRITE_ITEMS),
            entry("items/draft", Permission.WRITE_ITEMS),
            entry("items/candidate-view", Permission.WRITE_ITEMS),
            entry("items/draft-history", Permission.WRITE_ITEMS),
            entry("items/submit-item", Permission.WRITE_ITEMS),
            entry("items/withdraw-item", Permission.WRITE_ITEMS),
            entry("items/likeness", Permission.WRITE_ITEMS),
            entry("pipeline/print-item", Permission.PRINT_ITEMS),
            entry("reviews/my-reviews", Permission.GIVE_VERDICTS),
            entry("reviews/session", Permission.JOIN_REVIEWS),
            entry("reviews/live", Permission.JOIN_REVIEWS),
            entry("reviews/pings", Permission.JOIN_REVIEWS),
            entry("checks/signatures", Permission.MANAGE_ITEMS),
            entry("checks/checklists", Permission.MANAGE_PROGRAMME),
            entry("checks/checklist", Permission.MANAGE_PROGRAMME),
            entry("checks/edit-checklist", Permission.MANAGE_PROGRAMME),
            entry("disclosures/asked", Permission.ASK_FOR_AUTHOR),
            entry("calendar/timeline", Permission.SEE_TIMELINE),
            entry("years/programme", Permission.SEE_PROGRAMME),
            entry("practical/practical", Permission.ANSWER_OWN_INVITATION),
            entry("tasks/my-tasks", Permission.TELL_OWN_TASKS),
            entry("tasks/tell-task", Permission.TELL_OWN_TASKS),
            entry("online/day", Permission.JOIN_EVENT_DAY),
            entry("online/news", Permission.JOIN_EVENT_DAY),
            entry("feedback/give", Permission.GIVE_FEEDBACK),
            entry("privacy/delete-sme", Permission.MANAGE_SMES),
            entry("home", Permission.CHANGE_OWN_ACCOUNT),
            entry("sign-out", Permission.CHANGE_OWN_ACCOUNT));
    private static final Map<String, Permission> FOLDERS = Map.ofEntries(
            entry("accounts", Permission.MANAGE_ACCOUNTS),
            entry("audit", Permission.READ_AUDIT_TRAIL),
            entry("programme", Permission.MANAGE_PROGRAMME),
            entry("agreements", Permission.MANAGE_AGREEMENTS),
            entry("applications", Permission.MANAGE_APPLICATIONS),
            entry("profiles", Permission.KEEP_OWN_PROFILE),
            entry("privacy", Permission.KEEP_OWN_DATA),
            entry("notifications", Permission.READ_OUTBOX),
            entry("exams", Permission.READ_EXAMS),
            entry("linter", Permission.READ_EXAMS),
            entry("smes", Permission.MANAGE_SMES),
            entry("venues", Permission.PLAN_EVENTS),
            entry("events", Permission.PLAN_EVENTS),
            entry("changes", Permission.PLAN_EVENTS),
            entry("invitations", Permission.INVITE_SMES),
            entry("calendar", Permission.SEE_CALENDAR),
            entry("practical", Permission.PLAN_EVENTS),
            entry("tasks", Permission.MANAGE_TASKS),
            entry("online", Permission.RUN_EVENT_DAY),
            entry("feedback", Permission.READ_FEEDBACK),
            entry("attendance", Permission.RECORD_ATTENDANCE),
            entry("badges", Permission.MANAGE_AWARDS),
            entry("items", Permission.MANAGE_ITEMS),
            entry("similarity", Permission.MANAGE_ITEMS),
            entry("pipeline", Permission.MANAGE_ITEMS),
            entry("reviews", Permission.LEAD_REVIEWS),
            entry("checks", Permission.CHECK_ITEMS),
            entry("replies", Permission.WRITE_ITEMS),
            entry("disclosures", Permission.SHOW_AUTHOR),
            entry("years", Permission.SEE_OWN_WORK));

    private PageAccess() {}

    public static boolean isProtected(String path) {
        return path.startsWith(SIGNED_IN) || path.equals("/app");
    }

    /** {@code path} is that of the request, below {@code /app/}; empty when no such page is known. */
    public static Optional<Permission> of(String path) {
        String[] parts = path.substring(Math.min(path.length(), SIGNED_IN.length()))
                .replace(".xhtml", "")
                .split("/", 0);
        String page = parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0];
        Permission own = PAGES.get(page);
        return own != null || parts.length < 2 ? Optional.ofNullable(own) : Optional.ofNullable(FOLDERS.get(parts[0]));
    }
}

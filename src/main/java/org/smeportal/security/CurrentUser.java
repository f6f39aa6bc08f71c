package org.smeportal.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Locale;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.TimeText;

/** Who is signed in during this request. */
@Named
@RequestScoped
public class CurrentUser {

    private Caller caller = Caller.SYSTEM;
    private boolean gaveSecondFactor;
    private boolean checker;

    public void become(Caller someone) {
        become(someone, false);
    }

    /** {@code secondFactor}: the session was begun with a password and with something that the user has. */
    public void become(Caller someone, boolean secondFactor) {
        this.caller = someone;
        this.gaveSecondFactor = secondFactor;
    }

    /** Whether the user has a duty to check items of some exam: for what the navigation shows, and no permission. */
    public void checksItems(boolean duty) {
        this.checker = duty;
    }

    public boolean isChecker() {
        return checker && may(Permission.CHECK_ITEMS);
    }

    public boolean gaveSecondFactor() {
        return gaveSecondFactor;
    }

    public Caller caller() {
        return caller;
    }

    public boolean may(Permission permission) {
        return permission.isGrantedTo(caller.roles());
    }

    /** For pages: {@code #{currentUser.may('PLAN_EVENTS')}}. */
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }

    public boolean isSignedIn() {
        return caller.accountId() != null;
    }

    public long accountId() {
        Long id = caller.accountId();
        if (id == null) {
            throw new Forbidden("nobody is signed in");
        }
        return id;
    }

    public String getName() {
        return caller.name();
    }

    public String getInitials() {
        String[] words = caller.name().strip().split("\\s+", -1);
        String first = initial(words[0]);
        return words.length == 1 ? first : first + initial(words[words.length - 1]);
    }

    public ZoneId getZone() {
        return caller.zone();
    }

    public String getCity() {
        return TimeText.city(caller.zone());
    }

    /** The key of the role's name that stands under the user's name. */
    public String getRoleName() {
        return isPm() ? "security.role.PM" : isAdmin() ? "security.role.ADMIN" : "security.role.SME";
    }

    public boolean isSme() {
        return caller.roles().contains(Role.SME);
    }

    public boolean isPm() {
        return caller.roles().contains(Role.PM);
    }

    public boolean isAdmin() {
        return caller.roles().contains(Role.ADMIN);
    }

    private static String initial(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}

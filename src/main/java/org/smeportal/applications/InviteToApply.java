package org.smeportal.applications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A programme manager asks people to apply (R1.1): by mail, or with a link for many, such as one for a stand. */
@UseCase
@Requires(Permission.MANAGE_APPLICATIONS)
public class InviteToApply {
    public static final int MOST_AT_ONCE = 50;
    static final Duration MAILED_OPENS = Duration.ofDays(90);
    private static final int MOST_DAYS = 366;
    private static final Pattern LINE = Pattern.compile("(?:(?<name>[^<>]*?)\\s*<)?(?<email>[^<>\\s]+)>?");

    private final ApplyInvites invites;
    private final InviteMessages messages;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public InviteToApply(ApplyInvites invites, InviteMessages messages, CurrentUser user, Clock clock) {
        this.invites = invites;
        this.messages = messages;
        this.user = user;
        this.clock = clock;
    }

    /** {@code people}: one a line, {@code name <address>} or the address alone. */
    public record Letters(@Nullable String people, @Nullable String note) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "applications";
        }
    }

    /** A link for many, good to the end of its last day in the zone of who made it. */
    public record ForMany(
            @Nullable String label,
            @Nullable LocalDate lastDay,
            @Nullable String note) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "applications";
        }

        @Override
        public @Nullable String auditDetail() {
            return label;
        }
    }

    /** Answers how many mails leave: nobody is written to twice for one list, and nobody who is known already. */
    public int mail(Letters letters) {
        Map<String, @Nullable String> people = people(letters.people());
        String note = note(letters.note());
        List<String> known = invites.known(List.copyOf(people.keySet()));
        if (!known.isEmpty()) {
            throw new Refused("applications.invite.refused.known", known.size(), String.join(", ", known)).at("people");
        }
        Instant now = clock.instant();
        people.forEach((email, name) -> {
            ApplyInvite invite = ApplyInvite.mailed(email, name, note, user.accountId(), now, now.plus(MAILED_OPENS));
            invites.add(invite);
            messages.invited(invite);
        });
        return people.size();
    }

    public UUID link(ForMany forMany) {
        String label = Words.optionalLine(forMany.label(), 120);
        if (label == null) {
            throw new Refused("applications.invite.refused.label").at("label");
        }
        LocalDate today = clock.instant().atZone(user.getZone()).toLocalDate();
        LocalDate last = forMany.lastDay();
        if (last == null || last.isBefore(today) || last.isAfter(today.plusDays(MOST_DAYS))) {
            throw new Refused("applications.invite.refused.lastDay").at("lastDay");
        }
        ApplyInvite invite = ApplyInvite.forMany(
                label,
                note(forMany.note()),
                user.accountId(),
                clock.instant(),
                last.plusDays(1).atStartOfDay(user.getZone()).toInstant());
        invites.add(invite);
        return invite.publicId();
    }

    public void revoke(UUID invite) {
        invites.get(invite).revoke(clock.instant());
    }

    private static @Nullable String note(@Nullable String typed) {
        try {
            return Words.text(typed, 1000);
        } catch (Refused refused) {
            throw refused.at("note");
        }
    }

    /** Names by address, in the order typed; every line that is none is named at once. */
    static Map<String, @Nullable String> people(@Nullable String typed) {
        Map<String, @Nullable String> people = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (String line :
                (typed == null ? "" : typed).lines().map(String::strip).toList()) {
            Matcher parts = LINE.matcher(line);
            if (line.isEmpty()) {
                continue;
            }
            String email = line.length() <= 400 && parts.matches() ? parts.group("email") : null;
            if (email != null && EmailAddress.isValid(email)) {
                people.putIfAbsent(
                        new EmailAddress(email).value(), Words.optionalLine(unquoted(parts.group("name")), 120));
            } else {
                wrong.add(line.substring(0, Math.min(60, line.length())));
            }
        }
        if (!wrong.isEmpty()) {
            String first = String.join(" · ", wrong.subList(0, Math.min(5, wrong.size())));
            throw new Refused("applications.invite.refused.lines", wrong.size(), first).at("people");
        }
        if (people.isEmpty() || people.size() > MOST_AT_ONCE) {
            throw new Refused("applications.invite.refused.number", MOST_AT_ONCE, people.size()).at("people");
        }
        return people;
    }

    private static @Nullable String unquoted(@Nullable String name) {
        return name == null ? null : name.replace("\"", "").replaceAll(",$", "");
    }
}

package org.smeportal.notifications;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which optional mails go to an address; its nonce makes the links in them. */
@Entity
@Table(name = "mail_preference")
class MailPreference {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String address;
    private String nonce;
    private boolean reminders;
    private boolean feedback;
    private boolean tasks;
    private boolean items;

    @Version
    private int version;

    protected MailPreference() {}

    /** These are wanted, and no others. */
    void choose(Collection<MailGroup> wanted) {
        reminders = wanted.contains(MailGroup.REMINDERS);
        feedback = wanted.contains(MailGroup.FEEDBACK);
        tasks = wanted.contains(MailGroup.TASKS);
        items = wanted.contains(MailGroup.ITEMS);
    }

    boolean wants(MailGroup group) {
        return switch (group) {
            case REMINDERS -> reminders;
            case FEEDBACK -> feedback;
            case TASKS -> tasks;
            case ITEMS -> items;
        };
    }

    Set<MailGroup> wanted() {
        EnumSet<MailGroup> wanted = EnumSet.noneOf(MailGroup.class);
        Arrays.stream(MailGroup.values()).filter(this::wants).forEach(wanted::add);
        return wanted;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    String address() {
        return address;
    }

    String nonce() {
        return nonce;
    }
}

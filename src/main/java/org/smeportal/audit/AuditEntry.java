package org.smeportal.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smeportal.security.Caller;

/** One act: when, who, what, about what. Written once, never changed. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private Instant at;

    @Column(name = "actor_id")
    private @Nullable Long actorId;

    private String actor;
    private String act;
    private @Nullable String subject;
    private @Nullable String detail;
    private @Nullable String changes;

    protected AuditEntry() {}

    AuditEntry(
            Instant at,
            Caller caller,
            String act,
            @Nullable String subject,
            @Nullable String detail,
            @Nullable String changes) {
        this.at = at;
        this.actorId = caller.accountId();
        this.actor = caller.name();
        this.act = act;
        this.subject = cut(subject, 80);
        this.detail = cut(detail, 1000);
        this.changes = cut(changes, 2000);
    }

    private static @Nullable String cut(@Nullable String value, int most) {
        return value == null || value.length() <= most ? value : value.substring(0, most);
    }
}

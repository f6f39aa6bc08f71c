package org.smeportal.tasks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** A piece of work outside of events: OPEN until it is done or dropped, for good. */
@Entity
@Table(name = "sme_task")
class SmeTask {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    /** Of work that the SME told of their own accord. */
    @Column(name = "form_key")
    private @Nullable String formKey;

    @Column(name = "sme_id")
    private long smeId;

    @Column(name = "exam_id")
    private @Nullable Long examId;

    private String title;
    private @Nullable String details;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    @Column(name = "done_on")
    private @Nullable LocalDate doneOn;

    private @Nullable Integer minutes;

    @Column(name = "added_by")
    private String addedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    protected SmeTask() {}

    SmeTask(long smeId, Work work, @Nullable LocalDate dueOn, String by, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.smeId = smeId;
        this.examId = work.exam();
        this.title = work.title();
        this.details = work.details();
        this.dueOn = dueOn;
        this.state = TaskState.OPEN;
        this.addedBy = by;
        this.createdAt = now;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    UUID publicId() {
        return UUID.fromString(publicId);
    }

    String title() {
        return title;
    }

    void toldBy(UUID form) {
        formKey = form.toString();
    }

    void done(LocalDate on, int inMinutes) {
        mustBeOpen();
        state = TaskState.DONE;
        doneOn = on;
        minutes = inMinutes;
    }

    void drop() {
        mustBeOpen();
        state = TaskState.DROPPED;
    }

    private void mustBeOpen() {
        if (state != TaskState.OPEN) {
            throw new Refused("tasks.refused.over", state);
        }
    }
}

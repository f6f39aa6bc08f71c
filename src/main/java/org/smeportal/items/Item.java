package org.smeportal.items;

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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.drafts.Drafts;
import org.smeportal.kernel.Refused;

/**
 * An exam question in the making: DRAFT until its author submits it, then on its way through review, quality checks and
 * alpha to the exam, first unscored, then scored on the same revision (R7.4), or into the grave. Neither its text nor its
 * author stands here.
 */
@Entity
@Table(name = "item")
class Item {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    private String code;

    @Column(name = "exam_id")
    private long examId;

    /** The workshop in which it is written. */
    @Column(name = "event_id")
    private @Nullable Long eventId;

    private @Nullable Integer domain;
    private @Nullable Integer task;

    @Enumerated(EnumType.STRING)
    private ItemStatus status;

    @Column(name = "status_since")
    private Instant statusSince;

    @Enumerated(EnumType.STRING)
    @Column(name = "suspended_from")
    private @Nullable ItemStatus suspendedFrom;

    @Enumerated(EnumType.STRING)
    private @Nullable Ending ending;

    /** The last one that was submitted; 0 before the first. */
    private int revision;

    /** The one whose answers are counted. */
    @Column(name = "unscored_revision")
    private @Nullable Integer unscoredRevision;

    /** The last one, while it waits as an editorial change for a second person. */
    @Column(name = "editorial_revision")
    private @Nullable Integer editorialRevision;

    /** Longer than the workshop allows, because a programme manager said so. */
    @Column(name = "write_until")
    private @Nullable Instant writeUntil;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    protected Item() {}

    Item(String code, long examId, @Nullable Long eventId, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.code = code;
        this.examId = examId;
        this.eventId = eventId;
        this.status = ItemStatus.DRAFT;
        this.statusSince = now;
        this.createdAt = now;
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    UUID publicId() {
        return UUID.fromString(publicId);
    }

    String code() {
        return code;
    }

    long examId() {
        return examId;
    }

    @Nullable
    Long eventId() {
        return eventId;
    }

    @Nullable
    Integer domain() {
        return domain;
    }

    @Nullable
    Integer task() {
        return task;
    }

    ItemStatus status() {
        return status;
    }

    Instant statusSince() {
        return statusSince;
    }

    @Nullable
    Ending ending() {
        return ending;
    }

    int revision() {
        return revision;
    }

    @Nullable
    Instant writeUntil() {
        return writeUntil;
    }

    Drafts.Of draft() {
        return new Drafts.Of(id(), publicId());
    }

    /** The place in the blueprint; while it is written, it may be open. */
    void place(@Nullable Integer inDomain, @Nullable Integer forTask) {
        mustBeWritable();
        domain = inDomain;
        task = inDomain == null ? null : forTask;
    }

    /** A new revision is what counts from now on: answers to former ones are no statistics of this item any more. */
    void revised() {
        mustBeWritable();
        nextRevision();
    }

    /** Handed in as only editorial: the last revision waits for a second person, and nobody writes meanwhile. */
    void waitForEditor(Instant now) {
        mustBeWritable();
        if (status != ItemStatus.REVISION) {
            throw new Refused("items.refused.notAsked");
        }
        editorialRevision = revision;
        statusSince = now;
    }

    /** The author goes on with it, as long as nobody has decided. */
    void takenBack(Instant now) {
        if (!waitsForEditor()) {
            throw new Refused("items.refused.movedOn", status);
        }
        editorialRevision = null;
        statusSince = now;
    }

    boolean waitsForEditor() {
        return editorialRevision != null;
    }

    /** A group changed it together while it reviewed it. */
    void edited() {
        if (status != ItemStatus.IN_REVIEW) {
            throw new Refused("items.refused.notWritable", status);
        }
        nextRevision();
    }

    private void nextRevision() {
        revision++;
        unscoredRevision = null;
    }

    /** Nobody gets less time than before. */
    void extend(Instant until) {
        mustBeWritable();
        writeUntil = writeUntil == null || until.isAfter(writeUntil) ? until : writeUntil;
    }

    /** Moves by the table; {@code null} outcome of an act that is not in it is a refusal. */
    void take(ItemAct act, Instant now) {
        ItemStatus next = act == ItemAct.CLEAR && status == ItemStatus.SUSPENDED
                ? suspendedFrom
                : Lifecycle.next(status, act).orElse(null);
        if (next == null) {
            throw new Refused("items.refused.move", status, act);
        }
        if (status == ItemStatus.DRAFT && act == ItemAct.SUBMIT && (revision == 0 || domain == null)) {
            throw new Refused("items.refused.nothing");
        }
        if (act == ItemAct.PROMOTE && !Objects.equals(unscoredRevision, revision)) {
            throw new Refused("items.refused.notUnscored");
        }
        if (act == ItemAct.EDITORIAL && !Objects.equals(editorialRevision, revision)) {
            throw new Refused("items.refused.notAsked");
        }
        editorialRevision = null;
        suspendedFrom = next == ItemStatus.SUSPENDED ? status : null;
        if (next == ItemStatus.UNSCORED_LIVE) {
            unscoredRevision = revision;
        }
        status = next;
        statusSince = now;
        ending = next == ItemStatus.REJECTED ? ending(act) : null;
    }

    private static Ending ending(ItemAct act) {
        return switch (act) {
            case WITHDRAW -> Ending.WITHDRAWN;
            case ABANDON -> Ending.ABANDONED;
            case DUPLICATE -> Ending.DUPLICATE;
            default -> Ending.DECLINED;
        };
    }

    private void mustBeWritable() {
        if (!status.isWithAuthor() || waitsForEditor()) {
            throw new Refused("items.refused.notWritable", status);
        }
    }
}

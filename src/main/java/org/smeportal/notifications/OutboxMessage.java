package org.smeportal.notifications;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Sql;

/**
 * A message in the outbox: QUEUED, then SENDING under a lease, then SENT (or KEPT, BOUNCED, FAILED). It keeps kind and
 * parameters and is composed when it is sent, so no link token is ever stored. Its Message-ID belongs to the row: every
 * try of it carries the same one.
 */
@Entity
@Table(name = "outbox_message")
public class OutboxMessage {

    /** Tries until a message is given up: with the pauses between them about a day. */
    static final int MOST_ATTEMPTS = 12;

    /** The columns of {@link #row()}. */
    static final String ROW = """
            outbox_message (message_id, kind, subject_id, event_id, recipient, recipient_name, parameters, batch, state,
                not_before, created_at)""";

    // looked up once: the lookup costs more than the work
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int LONGEST_ERROR = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "message_id")
    private String messageId;

    private String kind;

    @Column(name = "subject_id")
    private long subjectId;

    @Column(name = "event_id")
    private @Nullable Long eventId;

    private String recipient;

    @Column(name = "recipient_name")
    private String recipientName;

    private String parameters;
    private @Nullable String batch;

    @Enumerated(EnumType.STRING)
    private OutboxState state;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    private int attempts;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    protected OutboxMessage() {}

    OutboxMessage(NewMessage message, String host, Instant now) {
        this.messageId = message.key() + "@" + host;
        this.kind = message.kind();
        this.subjectId = message.subjectId();
        this.eventId = message.eventId();
        this.recipient = message.recipient().value();
        this.recipientName = message.recipientName();
        JsonObjectBuilder json = JSON.createObjectBuilder();
        new TreeMap<>(message.parameters()).forEach(json::add);
        this.parameters = json.build().toString();
        this.batch = message.batch() == null ? null : message.batch().toString();
        this.state = OutboxState.QUEUED;
        this.notBefore = message.notBefore() == null ? now : message.notBefore();
        this.createdAt = now;
    }

    /** A new one as it is stored with many others; everything else begins as the table says. */
    @Nullable
    Object[] row() {
        return new @Nullable Object[] {
            messageId,
            kind,
            subjectId,
            eventId,
            recipient,
            recipientName,
            parameters,
            batch,
            state.name(),
            Sql.parameter(notBefore),
            Sql.parameter(createdAt)
        };
    }

    /**
     * A relay takes it for as long as the lease, to send it or, when it is out already, to tell the news; false when its
     * tries are used up and it is given up instead.
     */
    boolean claim(Instant until) {
        if (isOut()) {
            leaseUntil = until;
            return true;
        }
        if (attempts >= MOST_ATTEMPTS) {
            fail("It was handed to the mail server " + attempts + " times without a word of what became of it.");
            return false;
        }
        state = OutboxState.SENDING;
        leaseUntil = until;
        attempts++;
        return true;
    }

    /** The mail server has it, but whoever waits for the news was not told yet. */
    boolean isOut() {
        return state == OutboxState.SENDING && sentAt != null;
    }

    /** Whether the relay that claimed it like this still has it. */
    boolean isHeldAs(OutboxMessage claimed) {
        return state == OutboxState.SENDING && leaseUntil != null && leaseUntil.equals(claimed.leaseUntil);
    }

    Instant leaseUntil() {
        if (leaseUntil == null) {
            throw new IllegalStateException("nobody holds it");
        }
        return leaseUntil;
    }

    boolean isHeldAt(Instant moment) {
        return leaseUntil != null && moment.isBefore(leaseUntil);
    }

    /** The mail server has it, or it is kept because there is none; false when that is known already. */
    boolean deliver(OutboxState fate, Instant now) {
        if (state == OutboxState.SENT || state == OutboxState.KEPT) {
            return false;
        }
        state = fate;
        sentAt = sentAt == null ? now : sentAt;
        leaseUntil = null;
        lastError = null;
        return true;
    }

    /** It is tried again after a pause that doubles with each try, until its tries are used up. */
    void postpone(String reason, Instant now) {
        if (attempts >= MOST_ATTEMPTS) {
            fail(reason);
            return;
        }
        Duration pause = Duration.ofMinutes(1L << Math.max(0, attempts - 1));
        state = OutboxState.QUEUED;
        notBefore = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        leaseUntil = null;
        lastError = shortened(reason);
    }

    void bounce(String reason) {
        state = OutboxState.BOUNCED;
        leaseUntil = null;
        lastError = shortened(reason);
    }

    void fail(String reason) {
        state = OutboxState.FAILED;
        leaseUntil = null;
        lastError = shortened(reason);
    }

    /** Somebody wants it tried at once, with all tries anew; it stays known as tried, so that no undo takes it back. */
    void retry(Instant now) {
        if (!state.canBeRetried(lastError != null)) {
            throw new Refused("notifications.refused.retry", state);
        }
        state = OutboxState.QUEUED;
        notBefore = now;
        attempts = Math.min(attempts, 1);
        lastError = null;
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR);
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    public String messageId() {
        return messageId;
    }

    public String kind() {
        return kind;
    }

    public long subjectId() {
        return subjectId;
    }

    public @Nullable Long eventId() {
        return eventId;
    }

    public String recipient() {
        return recipient;
    }

    public String recipientName() {
        return recipientName;
    }

    public OutboxState state() {
        return state;
    }

    public Instant notBefore() {
        return notBefore;
    }

    public int attempts() {
        return attempts;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant sentAt() {
        return sentAt;
    }

    public @Nullable String lastError() {
        return lastError;
    }

    public @Nullable UUID batch() {
        return batch == null ? null : UUID.fromString(batch);
    }

    public Map<String, String> parameters() {
        JsonObject json = READERS.createReader(new StringReader(parameters)).readObject();
        Map<String, String> result = new TreeMap<>();
        json.forEach((name, value) -> result.put(name, ((JsonString) value).getString()));
        return result;
    }
}

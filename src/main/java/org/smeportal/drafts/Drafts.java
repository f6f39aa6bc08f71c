package org.smeportal.drafts;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.wording.ItemBox;

/** All drafts. Whoever calls has asked before whether the caller may. */
@Repository
public class Drafts {
    /** A state is kept when the last one is that old and something changes. */
    static final Duration BETWEEN_STATES = Duration.ofMinutes(2);

    private static final int MOST_STATES = 200;
    private static final int KEY_BYTES = 32;
    private static final int LAST_START = 1_000_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NO_WRITER = "-";

    private final EntityManager entityManager;
    private final ItemBox box;
    private final Clock clock;

    @Inject
    public Drafts(EntityManager entityManager, ItemBox box, Clock clock) {
        this.entityManager = entityManager;
        this.box = box;
        this.clock = clock;
    }

    /** Which item a draft is of: the id of its row, and the public one that its texts are bound to. */
    public record Of(long item, UUID publicId) {}

    /** All fields of a draft and the number of its last change. */
    public record Content(int seq, Map<String, Stored> fields) {
        /** The values by the names of the fields. */
        public Map<String, String> values() {
            Map<String, String> values = new TreeMap<>();
            fields.forEach((name, field) -> values.put(name, field.value()));
            return values;
        }
    }

    /** A text that was not stored; {@code refused} says why. */
    public record Problem(String field, Refused refused) {}

    /**
     * {@code before} is the number of the last change before this one, {@code stored} are the fields of this device with
     * their new versions, {@code conflicts} those that another device changed meanwhile, as they stand.
     */
    public record Saved(
            int before, Content content, List<Stored> stored, List<Stored> conflicts, List<Problem> problems) {}

    public enum Cause {
        /** Time went by. */
        TIME,
        /** Another device began to write. */
        DEVICE,
        /** As it was before a former state was taken back. */
        RESTORE
    }

    public record StateRow(int number, Instant at, Cause cause) {}

    /** Begins at a random number, so that a page of a former draft of the item does not pass for one of this. */
    public void begin(Of of, Map<String, String> values) {
        int seq = 1 + RANDOM.nextInt(LAST_START);
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        update(
                "insert into draft (item_id, seq, journal_key, touched_at) values (?1, ?2, ?3, ?4)",
                of.item(),
                seq,
                box.seal("journal:" + of.publicId(), key),
                Sql.parameter(clock.instant()));
        List<Object[]> rows = new ArrayList<>();
        values.forEach((field, value) ->
                rows.add(new Object[] {of.item(), field, seq, NO_WRITER, sealed(of, field, seq, value)}));
        Sql.insert(entityManager, "draft_field (item_id, field, version, writer, value)", rows);
    }

    /** The same text for somebody else: without its history, and no page or journal that was opened before goes on. */
    public void restart(Of of) {
        Map<String, String> values = lockedContent(of).values();
        remove(of);
        begin(of, values);
    }

    /** The key of the journals that browsers keep of this draft. */
    public byte[] journalKey(Of of) {
        String sealed = only(query("select journal_key from draft where item_id = ?1", of.item()));
        return box.bytes("journal:" + of.publicId(), sealed);
    }

    public Content content(Of of) {
        List<?> seq =
                query("select seq from draft where item_id = ?1", of.item()).getResultList();
        if (seq.isEmpty()) {
            throw new NotFound();
        }
        return new Content(Sql.integer(seq.get(0)), fields(of));
    }

    /** The same, and nobody changes it before this transaction ends. */
    public Content lockedContent(Of of) {
        return new Content(lock(of).seq(), fields(of));
    }

    /** What a device typed; {@code writer} names the device, so that a repeated save is none of another's. */
    public Saved save(Of of, String writer, List<Typed> typed) {
        Head head = lock(of);
        Map<String, Stored> fields = fields(of);
        List<Stored> toStore = new ArrayList<>();
        List<Stored> conflicts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Stored> same = new ArrayList<>();
        for (Typed one : typed) {
            String value;
            try {
                value = DraftFields.checked(one.field(), one.value());
            } catch (Refused refused) {
                problems.add(new Problem(one.field(), refused));
                continue;
            }
            Stored stored = fields.get(one.field());
            switch (Merge.of(new Typed(one.field(), value, one.base()), stored, writer)) {
                case SAME -> same.add(stored == null ? new Stored(one.field(), value, 0, writer) : stored);
                case CONFLICT -> {
                    if (stored != null) {
                        conflicts.add(stored);
                    }
                }
                case STORE -> toStore.add(new Stored(one.field(), value, head.seq() + 1, writer));
            }
        }
        if (!toStore.isEmpty()) {
            long fresh = toStore.stream()
                    .map(Stored::field)
                    .filter(field -> !fields.containsKey(field))
                    .distinct()
                    .count();
            if (fresh > 0 && fields.size() + fresh > DraftFields.MOST) {
                throw new Refused("drafts.refused.tooMany");
            }
            keepState(of, head, fields, writer);
            store(of, head.seq() + 1, toStore);
            toStore.forEach(field -> fields.put(field.field(), field));
        }
        int seq = toStore.isEmpty() ? head.seq() : head.seq() + 1;
        List<Stored> stored = new ArrayList<>(toStore);
        stored.addAll(same);
        return new Saved(head.seq(), new Content(seq, fields), stored, conflicts, problems);
    }

    /** The last states first. */
    public List<StateRow> states(Of of) {
        return Sql.rows(query(
                        "select number, at, cause from draft_state where item_id = ?1 order by number desc", of.item()))
                .map(row -> new StateRow(Sql.integer(row[0]), Sql.instant(row[1]), Cause.valueOf((String) row[2])))
                .toList();
    }

    public Map<String, String> state(Of of, int number) {
        String sealed =
                only(query("select text from draft_state where item_id = ?1 and number = ?2", of.item(), number));
        return values(box.open(stateContext(of, number), sealed));
    }

    /** Takes a former state back; what stood until now is a state itself, so that nothing is lost by a second thought. */
    public void restore(Of of, int number) {
        Map<String, String> former = state(of, number);
        Head head = lock(of);
        Map<String, Stored> fields = fields(of);
        addState(of, head, fields, Cause.RESTORE, NO_WRITER);
        List<Stored> changed = new ArrayList<>();
        Map<String, String> wanted = new TreeMap<>(former);
        fields.keySet().forEach(field -> wanted.putIfAbsent(field, ""));
        wanted.forEach((field, value) -> {
            Stored stored = fields.get(field);
            if (stored == null || !stored.value().equals(value)) {
                changed.add(new Stored(field, value, head.seq() + 1, NO_WRITER));
            }
        });
        store(of, head.seq() + 1, changed);
    }

    /** For good, with its history: once an item is submitted or given up, its revisions are what counts. */
    public void remove(Of of) {
        update("delete from draft_field where item_id = ?1", of.item());
        update("delete from draft_state where item_id = ?1", of.item());
        update("delete from draft where item_id = ?1", of.item());
    }

    private record Head(
            int seq,
            int states,
            @Nullable Instant stateAt,
            @Nullable String stateBy) {}

    private Head lock(Of of) {
        return Sql.rows(query(
                        "select seq, states, state_at, state_by from draft where item_id = ?1 for update", of.item()))
                .findFirst()
                .map(row -> new Head(
                        Sql.integer(row[0]), Sql.integer(row[1]), Sql.optionalInstant(row[2]), (String) row[3]))
                .orElseThrow(NotFound::new);
    }

    private Map<String, Stored> fields(Of of) {
        Map<String, Stored> fields = new LinkedHashMap<>();
        Sql.rows(query(
                        "select field, version, writer, value from draft_field where item_id = ?1 order by field",
                        of.item()))
                .forEach(row -> {
                    String field = (String) row[0];
                    int version = Sql.integer(row[1]);
                    String value = box.open(fieldContext(of, field, version), (String) row[3]);
                    fields.put(field, new Stored(field, value, version, (String) row[2]));
                });
        return fields;
    }

    private void store(Of of, int seq, List<Stored> fields) {
        if (!fields.isEmpty()) {
            String row = "(?, ?, ?, ?, ?)";
            Query query =
                    entityManager.createNativeQuery("insert into draft_field (item_id, field, version, writer, value)"
                            + " values " + String.join(", ", Collections.nCopies(fields.size(), row))
                            + " on duplicate key update version = values(version), writer = values(writer), value ="
                            + " values(value)");
            int at = 1;
            for (Stored field : fields) {
                query.setParameter(at++, of.item());
                query.setParameter(at++, field.field());
                query.setParameter(at++, field.version());
                query.setParameter(at++, field.writer());
                query.setParameter(at++, sealed(of, field.field(), field.version(), field.value()));
            }
            query.executeUpdate();
        }
        update(
                "update draft set seq = ?2, touched_at = ?3 where item_id = ?1",
                of.item(),
                seq,
                Sql.parameter(clock.instant()));
    }

    /** Before something is overwritten: now and then, and whenever another device begins to write. */
    private void keepState(Of of, Head head, Map<String, Stored> fields, String writer) {
        Instant at = head.stateAt();
        boolean another = head.stateBy() != null && !head.stateBy().equals(writer);
        if (another) {
            addState(of, head, fields, Cause.DEVICE, writer);
        } else if (at == null || at.plus(BETWEEN_STATES).isBefore(clock.instant())) {
            addState(of, head, fields, Cause.TIME, writer);
        }
    }

    private void addState(Of of, Head head, Map<String, Stored> fields, Cause cause, String writer) {
        int number = head.states() + 1;
        JsonObjectBuilder json = Json.createObjectBuilder();
        fields.forEach((name, field) -> json.add(name, field.value()));
        update(
                "insert into draft_state (item_id, number, at, cause, text) values (?1, ?2, ?3, ?4, ?5)",
                of.item(),
                number,
                Sql.parameter(clock.instant()),
                cause.name(),
                box.seal(stateContext(of, number), json.build().toString()));
        update("delete from draft_state where item_id = ?1 and number <= ?2", of.item(), number - MOST_STATES);
        update(
                "update draft set states = ?2, state_at = ?3, state_by = ?4 where item_id = ?1",
                of.item(),
                number,
                Sql.parameter(clock.instant()),
                writer);
    }

    private static Map<String, String> values(String json) {
        Map<String, String> values = new TreeMap<>();
        try (var reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
        }
        return values;
    }

    private String sealed(Of of, String field, int version, String value) {
        return box.seal(fieldContext(of, field, version), value);
    }

    private static String fieldContext(Of of, String field, int version) {
        return "draft:" + of.publicId() + ":" + field + ":" + version;
    }

    private static String stateContext(Of of, int number) {
        return "state:" + of.publicId() + ":" + number;
    }

    private static String only(Query query) {
        List<?> found = query.getResultList();
        if (found.isEmpty()) {
            throw new NotFound();
        }
        return (String) found.get(0);
    }

    private void update(String sql, @Nullable Object... parameters) {
        query(sql, parameters).executeUpdate();
    }

    private Query query(String sql, @Nullable Object... parameters) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}

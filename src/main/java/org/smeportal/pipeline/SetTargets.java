package org.smeportal.pipeline;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.AuditNote;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventKind;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** How many items an exam, or one of its workshops, shall have in each domain: all that was typed, or nothing. */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
public class SetTargets {
    static final int MOST = 9999;

    private final PipelineQueries pipeline;
    private final EventDirectory events;
    private final EntityManager entityManager;
    private final AuditNote note;

    @Inject
    public SetTargets(PipelineQueries pipeline, EventDirectory events, EntityManager entityManager, AuditNote note) {
        this.pipeline = pipeline;
        this.events = events;
        this.entityManager = entityManager;
        this.note = note;
    }

    /** {@code event} is null for the exam as a whole; 0 takes the target of a domain away. */
    public record Targets(String exam, @Nullable UUID event, Map<Integer, Integer> wanted) implements AuditedCommand {
        public Targets {
            wanted = Map.copyOf(wanted);
        }

        @Override
        public String auditSubject() {
            return event == null ? "exam:" + exam : "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return exam;
        }
    }

    public void set(Targets targets) {
        ExamQueries.Choice exam = pipeline.exams().stream()
                .filter(one -> one.code().equals(targets.exam()))
                .findFirst()
                .orElseThrow(NotFound::new);
        Long event = targets.event() == null ? null : workshop(exam, targets.event());
        List<PipelineQueries.Domain> domains = pipeline.domains(exam.id(), event);
        for (PipelineQueries.Domain domain : domains) {
            Integer wanted = targets.wanted().get(domain.number());
            if (wanted == null) {
                continue;
            }
            if (wanted < 0 || wanted > MOST) {
                throw new Refused("pipeline.refused.target", MOST).at("wanted" + domain.number());
            }
            if (wanted != domain.wanted()) {
                store(exam.id(), event == null ? 0 : event, domain.number(), wanted);
                note.changed(domain.number() + " " + domain.name(), domain.wanted(), wanted);
            }
        }
        TreeMap<Integer, Integer> unknown = new TreeMap<>(targets.wanted());
        domains.forEach(domain -> unknown.remove(domain.number()));
        if (!unknown.isEmpty()) {
            throw new NotFound();
        }
    }

    private long workshop(ExamQueries.Choice exam, UUID publicId) {
        EventCard event = events.byPublicId(publicId).orElseThrow(NotFound::new);
        if (event.kind() != EventKind.WORKSHOP || !Objects.equals(event.examId(), exam.id())) {
            throw new NotFound();
        }
        return event.id();
    }

    private void store(long exam, long event, int domain, int wanted) {
        String sql = wanted == 0
                ? "delete from item_target where exam_id = ?1 and event_id = ?2 and domain = ?3"
                : "insert into item_target (exam_id, event_id, domain, items) values (?1, ?2, ?3, ?4)"
                        + " on duplicate key update items = ?4";
        var query = entityManager
                .createNativeQuery(sql)
                .setParameter(1, exam)
                .setParameter(2, event)
                .setParameter(3, domain);
        if (wanted > 0) {
            query.setParameter(4, wanted);
        }
        query.executeUpdate();
    }
}

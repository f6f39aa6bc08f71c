package org.smeportal.pipeline;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.SealedTexts;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.linter.FormFinding;
import org.smeportal.linter.FormItem;
import org.smeportal.linter.FormLinter;
import org.smeportal.platform.Sql;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.security.SecretBox;
import org.smeportal.similarity.Enemies;
import org.smeportal.wording.ItemText;

/**
 * Rule L27 on items that were handed in, of an exam or of one of its workshops: what the set gives away that none of them
 * does. The texts are opened in memory only and nobody sees one, so that the access record has no line of it (R9.3): it
 * would name people who read nothing. That somebody asked is in the audit trail.
 */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
public class CheckSet {
    static final int MOST = 1000;
    private static final Logger LOG = Logger.getLogger(CheckSet.class.getName());

    private final EntityManager entityManager;
    private final PipelineQueries pipeline;
    private final SealedTexts texts;
    private final Enemies enemies;
    private final CurrentUser user;

    @Inject
    public CheckSet(
            EntityManager entityManager,
            PipelineQueries pipeline,
            SealedTexts texts,
            Enemies enemies,
            CurrentUser user) {
        this.entityManager = entityManager;
        this.pipeline = pipeline;
        this.texts = texts;
        this.enemies = enemies;
        this.user = user;
    }

    /** {@code event} is null for all items of the exam. */
    public record Wanted(String exam, @Nullable UUID event) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return event == null ? "exam:" + exam : "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return exam;
        }
    }

    /** Neither texts nor keys; {@code items} by the codes that findings name, {@code cut} when there are more of them. */
    public record Result(
            FormLinter.Figures figures, List<FormFinding> findings, Map<String, UUID> items, boolean cut) {}

    public Result check(Wanted wanted) {
        if (pipeline.exams().stream().noneMatch(exam -> exam.code().equals(wanted.exam()))) {
            throw new NotFound();
        }
        List<Object[]> rows = rows(wanted);
        Map<Long, String> codes = new HashMap<>();
        rows.forEach(row -> codes.put(Sql.number(row[6]), (String) row[8]));
        Map<String, Set<String>> foes = foes(codes);
        List<FormItem> set = new ArrayList<>();
        Map<String, UUID> items = new HashMap<>();
        rows.stream().limit(MOST).forEach(row -> {
            UUID item = Sql.uuid(row[7]);
            String code = (String) row[8];
            try {
                ItemText text = texts.open(item, Sql.integer(row[9]), Arrays.copyOf(row, 6));
                set.add(new FormItem(code, text, foes.getOrDefault(code, Set.of())));
                items.put(code, item);
            } catch (SecretBox.Unopenable broken) {
                LOG.log(Level.WARNING, "An item does not open and is not checked: {0}", item);
            }
        });
        FormLinter linter = new FormLinter();
        return new Result(linter.figures(set), linter.check(set), items, rows.size() > MOST);
    }

    /** Last revisions of what stands or is on its way, by code: six sealed fields, id, public id, code, number. */
    private List<Object[]> rows(Wanted wanted) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select r.scenario, r.question, r.options, r.answer_key, r.rationales, r.sources, i.id,
                                    i.public_id, i.code, r.number
                                from exam_duty u join exam x on x.id = u.exam_id join item i on i.exam_id = u.exam_id
                                    join item_revision r on r.item_id = i.id and r.number = i.revision
                                    left join event e on e.id = i.event_id
                                where u.account_id = ?1 and u.duty = 'PM' and x.code = ?2 and (?3 = '' or e.public_id = ?3)
                                    and i.status not in ('DRAFT', 'REJECTED', 'RETIRED') order by i.code limit ?4""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, wanted.exam())
                        .setParameter(
                                3, wanted.event() == null ? "" : wanted.event().toString())
                        .setParameter(4, MOST + 1))
                .toList();
    }

    /** The codes of the enemies of each. */
    private Map<String, Set<String>> foes(Map<Long, String> codes) {
        Map<String, Set<String>> foes = new HashMap<>();
        enemies.among(codes.keySet())
                .forEach(pair -> foes.computeIfAbsent(code(codes, pair.low()), code -> new HashSet<>())
                        .add(code(codes, pair.high())));
        return foes;
    }

    private static String code(Map<Long, String> codes, long item) {
        return Objects.requireNonNull(codes.get(item), "asked for");
    }
}

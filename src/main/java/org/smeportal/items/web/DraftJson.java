package org.smeportal.items.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smeportal.drafts.Drafts;
import org.smeportal.drafts.Stored;
import org.smeportal.items.Blueprint;
import org.smeportal.items.OpenDraft;
import org.smeportal.items.OwnItems;
import org.smeportal.items.SubmissionCheck;
import org.smeportal.items.SubmissionPolicy;
import org.smeportal.linter.Finding;
import org.smeportal.platform.Text;

/** A draft as the desk's script reads it. */
@Dependent
public class DraftJson {
    private final OwnItems items;
    private final Blueprint blueprint;
    private final SubmissionCheck check;
    private final Text text;

    @Inject
    public DraftJson(OwnItems items, Blueprint blueprint, SubmissionCheck check, Text text) {
        this.items = items;
        this.blueprint = blueprint;
        this.check = check;
        this.text = text;
    }

    JsonObjectBuilder desk(OpenDraft.Desk desk) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("seq", desk.content().seq())
                .add("writable", desk.isWritable())
                .add("options", check.options())
                .add("key", Base64.getEncoder().encodeToString(desk.journalKey()))
                .add("fields", fields(desk.content().fields().values()));
        JsonArrayBuilder domains = Json.createArrayBuilder();
        for (Blueprint.Domain domain : blueprint.of(desk.item().examId())) {
            JsonArrayBuilder tasks = Json.createArrayBuilder();
            domain.tasks()
                    .forEach(task -> tasks.add(Json.createObjectBuilder()
                            .add("number", task.number())
                            .add("name", task.statement())));
            domains.add(Json.createObjectBuilder()
                    .add("number", domain.number())
                    .add("name", domain.name())
                    .add("tasks", tasks));
        }
        return json.add("domains", domains).add("checks", checks(desk.item(), desk.content()));
    }

    /**
     * {@code known} is the last change that the device knew before: when nothing came after it, what the linter said still
     * holds, and the answer has no checks.
     */
    JsonObjectBuilder saved(UUID item, Drafts.Saved saved, String writer, int known) {
        JsonObjectBuilder versions = Json.createObjectBuilder();
        saved.stored().forEach(field -> versions.add(field.field(), field.version()));
        JsonArrayBuilder problems = Json.createArrayBuilder();
        saved.problems()
                .forEach(problem -> problems.add(Json.createObjectBuilder()
                        .add("field", problem.field())
                        .add(
                                "text",
                                text.of(
                                        problem.refused().key(),
                                        problem.refused().arguments()))));
        List<Stored> others = saved.content().fields().values().stream()
                .filter(field ->
                        field.version() > known && !field.writer().strip().equals(writer))
                .toList();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("seq", saved.content().seq())
                .add("versions", versions)
                .add("conflicts", fields(saved.conflicts()))
                .add("others", fields(others))
                .add("problems", problems);
        return saved.content().seq() == known ? json : json.add("checks", checks(items.one(item), saved.content()));
    }

    private static JsonArrayBuilder fields(Collection<Stored> fields) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        fields.forEach(field -> json.add(Json.createObjectBuilder()
                .add("field", field.field())
                .add("value", field.value())
                .add("version", field.version())
                .add("writer", field.writer().strip())));
        return json;
    }

    private JsonObjectBuilder checks(OwnItems.Own item, Drafts.Content content) {
        SubmissionCheck.Preview preview = check.of(item, content);
        Map<String, String> values = content.values();
        JsonArrayBuilder findings = Json.createArrayBuilder();
        preview.findings().forEach(finding -> findings.add(finding(finding, values)));
        JsonArrayBuilder lacks = Json.createArrayBuilder();
        preview.lacks()
                .forEach(lack -> lacks.add(Json.createObjectBuilder()
                        .add("field", lack.field())
                        .add("text", text.of(lack.key(), lack.arguments().toArray()))));
        return Json.createObjectBuilder()
                .add("ready", preview.isReady())
                .add("findings", findings)
                .add("lacks", lacks);
    }

    private JsonObjectBuilder finding(Finding finding, Map<String, String> values) {
        JsonArrayBuilder fixes = Json.createArrayBuilder();
        finding.fixes()
                .forEach(fix -> fixes.add(Json.createObjectBuilder()
                        .add("field", fix.field())
                        .add("value", fix.value() == null ? "" : fix.value())));
        return Json.createObjectBuilder()
                .add("rule", finding.rule().name())
                .add("level", finding.level().name())
                .add("title", text.of("linter.rule." + finding.rule().name()))
                .add("text", text.of(finding.key(), finding.arguments().toArray()))
                .add("field", finding.place().field())
                .add("from", finding.place().from())
                .add("to", finding.place().to())
                .add("waiver", SubmissionPolicy.waiverField(finding))
                .add("waived", SubmissionPolicy.waiver(finding, values))
                .add("fixes", fixes);
    }
}

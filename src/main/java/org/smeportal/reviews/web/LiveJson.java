package org.smeportal.reviews.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Markdown;
import org.smeportal.platform.Text;
import org.smeportal.platform.WordDiff;
import org.smeportal.reviews.EntryState;
import org.smeportal.reviews.Live;
import org.smeportal.reviews.ReviewComments;
import org.smeportal.wording.FieldMap;
import org.smeportal.wording.ItemDiff;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** A session as the scripts of its screens read it: Markdown as safe HTML, everything else as text. */
@Dependent
public class LiveJson {
    private final Markdown markdown;
    private final Text text;

    @Inject
    public LiveJson(Markdown markdown, Text text) {
        this.markdown = markdown;
        this.text = text;
    }

    JsonObjectBuilder of(Live live) {
        Live.Head head = live.head();
        JsonArrayBuilder agenda = Json.createArrayBuilder();
        live.agenda()
                .forEach(line -> agenda.add(Json.createObjectBuilder()
                        .add("entry", line.entry().toString())
                        .add("place", line.place())
                        .add("state", line.state().name())
                        .add("outcome", name(line.outcome()))));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("change", head.change())
                .add("state", head.state().name())
                .add("lead", head.lead())
                .add("mine", head.mine())
                .add("leadName", head.leadName() == null ? "" : head.leadName())
                .add("here", head.here())
                .add("members", head.members())
                .add("journal", Base64.getEncoder().encodeToString(live.journalKey()))
                .add("agenda", agenda);
        Live.Current at = live.current();
        return at == null ? json : json.add("at", current(at, head.lead()));
    }

    private JsonObjectBuilder current(Live.Current at, boolean lead) {
        boolean revealed = at.state().isRevealed();
        JsonArrayBuilder comments = Json.createArrayBuilder();
        at.comments().forEach(comment -> comments.add(comment(comment)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("entry", at.entry().toString())
                .add("place", at.place())
                .add("state", at.state().name())
                .add("answered", at.answered())
                .add("own", name(at.own()))
                .add("comments", comments)
                .add("item", item(at.text()))
                .add("edition", at.edition())
                .add("outcome", name(at.outcome()))
                .add("reason", at.reason() == null ? "" : at.reason());
        if (at.left() != null) {
            json.add("left", at.left().toSeconds());
        }
        if (revealed) {
            JsonObjectBuilder tally = Json.createObjectBuilder();
            at.tally().forEach((verdict, count) -> tally.add(verdict.name(), count));
            json.add("tally", tally).add("differences", differences(at));
        }
        if (lead && at.state() == EntryState.REVEALED) {
            JsonObjectBuilder fields = Json.createObjectBuilder();
            FieldMap.fields(at.text()).forEach(fields::add);
            json.add("fields", fields);
        }
        return json;
    }

    private static JsonObjectBuilder comment(ReviewComments.Said said) {
        return Json.createObjectBuilder()
                .add("id", said.id().toString())
                .add("aspect", said.aspect().name())
                .add("spot", said.spot())
                .add("blocking", said.blocking())
                .add("text", said.text())
                .add("own", said.own())
                .add("resolution", name(said.resolution()))
                .add("reason", said.reason() == null ? "" : said.reason());
    }

    private JsonObjectBuilder item(ItemText item) {
        JsonArrayBuilder options = Json.createArrayBuilder();
        for (int place = 0; place < item.options().size(); place++) {
            ItemOption option = item.options().get(place);
            options.add(Json.createObjectBuilder()
                    .add("id", option.id())
                    .add("letter", ItemText.letter(place))
                    .add("key", option.key())
                    .add("text", markdown.html(option.text()))
                    .add("rationale", option.rationale())
                    .add("misconception", option.misconception()));
        }
        JsonArrayBuilder references = Json.createArrayBuilder();
        for (ItemReference reference : item.references()) {
            references.add(Json.createObjectBuilder()
                    .add("id", reference.id())
                    .add("title", reference.title())
                    .add("url", reference.url())
                    .add("quote", reference.quote())
                    .add(
                            "accessed",
                            reference.accessed() == null
                                    ? ""
                                    : reference.accessed().toString()));
        }
        return Json.createObjectBuilder()
                .add("scenario", markdown.html(item.scenario()))
                .add("question", markdown.html(item.question()))
                .add("options", options)
                .add("references", references);
    }

    private JsonArrayBuilder differences(Live.Current at) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (ItemDiff.Field field : ItemDiff.between(at.voted(), at.text())) {
            json.add(Json.createObjectBuilder()
                    .add("part", text.of("wording.part." + field.part(), field.place()))
                    .add("paragraphs", paragraphs(field.paragraphs())));
        }
        return json;
    }

    private static JsonArrayBuilder paragraphs(List<WordDiff.Paragraph> paragraphs) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (WordDiff.Paragraph paragraph : paragraphs) {
            JsonArrayBuilder pieces = Json.createArrayBuilder();
            paragraph
                    .pieces()
                    .forEach(piece -> pieces.add(Json.createObjectBuilder()
                            .add("kind", piece.kind().name())
                            .add("text", piece.text())));
            json.add(Json.createObjectBuilder().add("pieces", pieces).add("skipped", paragraph.skipped()));
        }
        return json;
    }

    private static String name(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name();
    }
}

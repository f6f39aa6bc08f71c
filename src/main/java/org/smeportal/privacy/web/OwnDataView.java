package org.smeportal.privacy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.TimeText;
import org.smeportal.platform.Text;
import org.smeportal.privacy.OwnDataQueries;
import org.smeportal.privacy.Part;
import org.smeportal.security.CurrentUser;

/** Everything the portal holds about the signed-in SME, to read; long lists are folded and cut, the file is not. */
@Named
@RequestScoped
public class OwnDataView {
    private static final int OPEN = 5;
    private static final int MOST = 100;

    @Inject
    private OwnDataQueries data;

    @Inject
    private CurrentUser user;

    @Inject
    private Text text;

    @Inject
    private Clock clock;

    private List<SectionShown> sections = List.of();
    private String without = "";

    /** A section of the page; {@code without} names the parts that are empty. */
    public record SectionShown(String name, String title, List<PartShown> parts, String without) {}

    /** A part, in words; {@code more} says that the list is longer than what is shown. */
    public record PartShown(
            String title,
            String count,
            boolean table,
            boolean folded,
            List<String> heads,
            List<List<Cell>> rows,
            String more) {}

    /** A value with the name of its column, which a phone shows beside it. */
    public record Cell(String head, String text) {}

    public void load() {
        List<SectionShown> all = data.sections(data.ofAccount(user.accountId())).stream()
                .map(this::shown)
                .toList();
        sections = all.stream().filter(section -> !section.parts().isEmpty()).toList();
        without = all.stream()
                .filter(section -> section.parts().isEmpty())
                .map(SectionShown::title)
                .collect(Collectors.joining(", "));
    }

    private SectionShown shown(OwnDataQueries.Section section) {
        return new SectionShown(
                section.name(),
                text.of("privacy.section." + section.name()),
                section.parts().stream()
                        .filter(part -> !part.rows().isEmpty())
                        .map(this::shown)
                        .toList(),
                section.parts().stream()
                        .filter(part -> part.rows().isEmpty())
                        .map(part -> text.of("privacy.part." + part.name()))
                        .collect(Collectors.joining(", ")));
    }

    private PartShown shown(Part part) {
        List<String> heads = part.columns().stream()
                .map(column -> text.of("privacy.column." + column))
                .toList();
        int all = part.rows().size();
        return new PartShown(
                text.of("privacy.part." + part.name()),
                text.of("privacy.own.count", all),
                part.shape() == Part.Shape.LIST,
                all > OPEN,
                heads,
                part.rows().stream().limit(MOST).map(row -> cells(heads, row)).toList(),
                all > MOST ? text.of("privacy.own.more", MOST, all) : "");
    }

    private List<Cell> cells(List<String> heads, List<@Nullable Object> row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(new Cell(heads.get(i), words(row.get(i))));
        }
        return cells;
    }

    private String words(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof Instant at) {
            return TimeText.moment(at, user.getZone());
        }
        if (value instanceof LocalDate day) {
            return TimeText.day(day);
        }
        if (value instanceof Boolean truth) {
            return text.of(truth ? "privacy.yes" : "privacy.no");
        }
        if (value instanceof Part.Code code) {
            String words = text.of(code.key());
            return words.equals(code.key()) ? code.value() : words;
        }
        return value.toString();
    }

    public List<SectionShown> getSections() {
        return sections;
    }

    /** The sections with nothing in them. */
    public String getWithout() {
        return without;
    }

    public String getAsOf() {
        return TimeText.moment(clock.instant(), user.getZone());
    }

    public ZoneId getZone() {
        return user.getZone();
    }
}

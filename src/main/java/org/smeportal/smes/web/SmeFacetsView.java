package org.smeportal.smes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Text;
import org.smeportal.smes.SmeQueries;
import org.smeportal.smes.SmeQueries.Facet;

/** The filters of the directory: each value with how many SMEs it has beside the other filters. */
@Named
@RequestScoped
public class SmeFacetsView {
    /** The most frequent ones are links; all of them are in the lists of the filter. */
    private static final int LINKS = 8;

    @Inject
    private SmeQueries smes;

    @Inject
    private ExamQueries exams;

    @Inject
    private DirectoryAddress address;

    @Inject
    private Text text;

    private SmeQueries.Facets facets = new SmeQueries.Facets(Map.of());
    private List<ExamQueries.Choice> examChoices = List.of();
    private List<Group> groups = List.of();

    /** {@code parameter} is its name in the address. */
    public record Group(String parameter, String label, List<Value> values) {}

    public record Value(String value, String label, long count, boolean chosen) {}

    public void load() {
        SmeQueries.Filter filter = address.filter();
        facets = smes.facets(filter);
        examChoices = exams.choices();
        groups = List.of(
                group(Facet.COUNTRY, "country", "smes.country", filter.country(), Words::countryName),
                group(Facet.EXAM, "exam", "smes.exam", String.valueOf(filter.examId()), this::examCode),
                group(
                        Facet.STATE,
                        "state",
                        "smes.state",
                        String.valueOf(filter.state()),
                        state -> text.of("SmeState." + state)),
                group(
                        Facet.ACCOUNT,
                        "account",
                        "smes.account",
                        address.getAccount(),
                        has -> text.of("smes.account." + has)));
    }

    private Group group(Facet facet, String parameter, String label, String chosen, UnaryOperator<String> name) {
        return new Group(
                parameter,
                text.of(label),
                facets.of(facet).entrySet().stream()
                        .limit(LINKS)
                        .map(entry -> new Value(
                                entry.getKey(),
                                name.apply(entry.getKey()),
                                entry.getValue(),
                                entry.getKey().equals(chosen)))
                        .toList());
    }

    private String examCode(String id) {
        return examChoices.stream()
                .filter(exam -> String.valueOf(exam.id()).equals(id))
                .map(ExamQueries.Choice::code)
                .findFirst()
                .orElse(id);
    }

    public long count(String facet, Object value) {
        return facets.of(Facet.valueOf(facet)).getOrDefault(value.toString(), 0L);
    }

    /** The countries to choose from: that one too which was chosen and has nobody now. */
    public List<String> getCountries() {
        Set<String> codes = new TreeSet<>(facets.of(Facet.COUNTRY).keySet());
        String chosen = address.filter().country();
        if (chosen.matches("[A-Z]{2}")) {
            codes.add(chosen);
        }
        return List.copyOf(codes);
    }

    public List<Group> getGroups() {
        return groups;
    }

    public List<ExamQueries.Choice> getExamChoices() {
        return examChoices;
    }
}

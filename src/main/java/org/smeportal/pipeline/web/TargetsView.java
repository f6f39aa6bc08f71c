package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.pipeline.PipelineQueries;
import org.smeportal.pipeline.SetTargets;
import org.smeportal.platform.web.Messages;

/** How many items an exam, or one of its workshops, shall have in each domain. */
@Named
@RequestScoped
public class TargetsView {
    private static final String FIELD = "wanted";

    @Inject
    private PipelineQueries queries;

    @Inject
    private EventDirectory events;

    @Inject
    private SetTargets targets;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String code;

    @Inject
    @Param(name = "event")
    private @Nullable String eventId;

    private ExamQueries.@Nullable Choice exam;
    private @Nullable EventCard event;
    private @Nullable List<PipelineQueries.Domain> domains;

    public void load() {
        getDomains();
    }

    public String save() {
        Map<Integer, Integer> wanted = new HashMap<>();
        for (PipelineQueries.Domain domain : getDomains()) {
            wanted.put(domain.number(), number(domain));
        }
        EventCard workshop = getEvent();
        UUID of = workshop == null ? null : workshop.publicId();
        targets.set(new SetTargets.Targets(getExam().code(), of, wanted));
        messages.note("pipeline.targets.done");
        return "/app/pipeline/pipeline?faces-redirect=true&exam=" + getExam().code();
    }

    /** What was typed stays, whatever it was. */
    public String shown(PipelineQueries.Domain domain) {
        String typed = request.getParameter(FIELD + domain.number());
        return typed != null ? typed : domain.wanted() == 0 ? "" : String.valueOf(domain.wanted());
    }

    private int number(PipelineQueries.Domain domain) {
        String typed = Objects.requireNonNullElse(request.getParameter(FIELD + domain.number()), "")
                .strip();
        if (!typed.matches("\\d{0,6}")) {
            throw new Refused("pipeline.refused.number", domain.number() + " " + domain.name());
        }
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }

    public ExamQueries.Choice getExam() {
        if (exam == null) {
            exam = queries.exams().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }
        return exam;
    }

    /** The workshop that it is about; null for the exam as a whole. */
    public @Nullable EventCard getEvent() {
        if (event == null && eventId != null && !eventId.isEmpty()) {
            event = Optional.ofNullable(Words.uuid(eventId))
                    .flatMap(events::byPublicId)
                    .filter(card -> Objects.equals(card.examId(), getExam().id()))
                    .orElseThrow(NotFound::new);
        }
        return event;
    }

    public List<PipelineQueries.Domain> getDomains() {
        if (domains == null) {
            EventCard workshop = getEvent();
            domains = queries.domains(getExam().id(), workshop == null ? null : workshop.id());
        }
        return domains;
    }
}

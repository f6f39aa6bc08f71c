package org.smeportal.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.attendance.AttendanceQueries;
import org.smeportal.attendance.AttendanceResult;
import org.smeportal.attendance.AttendanceRule;
import org.smeportal.attendance.BadgeForecast;
import org.smeportal.attendance.Board;
import org.smeportal.attendance.CloseAttendance;
import org.smeportal.attendance.RecordAttendance;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventStatus;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Text;
import org.smeportal.platform.web.Messages;

/**
 * Who was there, SME by session: ticked, saved, closed. Closing asks again when the results are not those that the bar
 * had said before the click.
 */
@Named
@RequestScoped
public class BoardView {

    private static final int MOST_DECISIONS = 50;

    @Inject
    private AttendanceQueries attendance;

    @Inject
    private RecordAttendance record;

    @Inject
    private CloseAttendance close;

    @Inject
    private BadgeForecast forecast;

    @Inject
    private EventDirectory events;

    @Inject
    private Messages messages;

    @Inject
    private Text text;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private @Nullable Board board;
    private @Nullable BoardForm form;
    private Set<Long> earning = Set.of();
    private List<Board.Line> decisions = List.of();

    public void load() {
        show(attendance.board(eventId()));
        form = BoardForm.of(getBoard());
        foresee();
    }

    public @Nullable String save() {
        int changes = recordTicks();
        int overruled = getForm().overrules().size();
        messages.note(overruled == 0 ? "attendance.saved" : "attendance.saved.overruled", changes, overruled);
        if (overruled == 0) {
            again();
        }
        return null;
    }

    public @Nullable String close() {
        recordTicks();
        if (!getForeseen().equals(getForm().foreseen())) {
            messages.warn("attendance.lookAgain");
            return null;
        }
        close.close(new CloseAttendance.Closing(
                getBoard().event().publicId(), List.copyOf(getForm().overrules().values())));
        messages.note(earning.isEmpty() ? "attendance.done" : "attendance.done.badges", getEarners());
        again();
        return null;
    }

    private int recordTicks() {
        show(attendance.board(eventId()));
        form = BoardForm.posted(getBoard());
        foresee();
        getForm().mustHaveReasons(getBoard());
        Board shown = attendance.board(getBoard().event().id(), getForm().seen());
        int changes = record.record(new RecordAttendance.Marks(
                getBoard().event().publicId(), getForm().changes(shown)));
        show(attendance.board(eventId()));
        String present = getForm().presentThoughExcused(getBoard());
        if (!present.isEmpty()) {
            messages.warn("attendance.presentWins", present);
        }
        form = getForm().storedAs(getBoard());
        foresee();
        return changes;
    }

    private long eventId() {
        UUID publicId = Words.uuid(id);
        return publicId == null
                ? notFound()
                : events.byPublicId(publicId).orElseThrow(NotFound::new).id();
    }

    private static long notFound() {
        throw new NotFound();
    }

    private void show(Board now) {
        board = now;
        decisions = now.isClosed() ? attendance.decisions(now.event().id(), MOST_DECISIONS) : List.of();
    }

    private void foresee() {
        if (!getBoard().isClosed()) {
            Set<Long> attended = getBoard().rows().stream()
                    .filter(row -> getForm().outcome(row) == AttendanceResult.ATTENDED)
                    .map(Board.Row::smeId)
                    .collect(Collectors.toSet());
            earning = forecast.earning(getBoard().event().id(), attended);
        }
    }

    private void again() {
        Faces.redirect("/app/attendance/board/%s", getBoard().event().publicId());
    }

    public Board getBoard() {
        if (board == null) {
            load();
        }
        return Objects.requireNonNull(board);
    }

    BoardForm getForm() {
        if (form == null) {
            load();
        }
        return Objects.requireNonNull(form);
    }

    /** What the bar says, as a mark that the form sends back: same mark, same results. */
    public String getForeseen() {
        String results = getBoard().rows().stream()
                .map(row -> row.smeId() + "=" + getForm().outcome(row) + earning.contains(row.smeId()))
                .collect(Collectors.joining(","));
        return Integer.toHexString(results.hashCode());
    }

    public long getSeen() {
        return getForm().seen();
    }

    public String getConsequence() {
        return text.of(
                "attendance.foresee",
                text.of(
                        "attendance.foresee.results",
                        count(AttendanceResult.ATTENDED),
                        count(AttendanceResult.PARTIAL),
                        count(AttendanceResult.EXCUSED),
                        count(AttendanceResult.NO_SHOW)),
                text.of("attendance.foresee.badges", earning.size()));
    }

    private long count(AttendanceResult result) {
        return getBoard().rows().stream()
                .filter(row -> getForm().outcome(row) == result)
                .count();
    }

    /** The names of those who earn a badge. */
    public String getEarners() {
        return getBoard().rows().stream()
                .filter(row -> earning.contains(row.smeId()))
                .map(Board.Row::name)
                .collect(Collectors.joining(", "));
    }

    public boolean isTicked(Board.Row row, Board.Cell cell) {
        return getForm().present().contains(BoardForm.key(row, cell));
    }

    public boolean isExcused(Board.Row row) {
        return getForm().excused().contains(row.sme().toString());
    }

    /** The result typed over that of the rule; empty when there is none. */
    public String overruled(Board.Row row) {
        CloseAttendance.Overrule overrule = getForm().overrule(row.sme());
        return overrule == null ? "" : overrule.result().name();
    }

    public String reason(Board.Row row) {
        CloseAttendance.Overrule overrule = getForm().overrule(row.sme());
        return overrule == null ? "" : overrule.reason();
    }

    public AttendanceResult outcome(Board.Row row) {
        return getForm().outcome(row);
    }

    public boolean isStarted() {
        return !clock.instant().isBefore(getBoard().event().startsAt());
    }

    public boolean isEnded() {
        return !clock.instant().isBefore(getBoard().event().endsAt());
    }

    /** Whether the event is at a state that has attendance to record. */
    public boolean isRecordable() {
        EventStatus status = getBoard().event().status();
        return status == EventStatus.INVITING || status == EventStatus.CONFIRMED || status == EventStatus.RUNNING;
    }

    /** While a posted form is taken in it counts as open, so that whoever comes too late is told by the refusal. */
    public boolean isOpen() {
        return isTakingIn() || (isStarted() && isRecordable());
    }

    public boolean isClosable() {
        return isTakingIn() || isEnded();
    }

    public boolean isClosed() {
        return !isTakingIn() && getBoard().isClosed();
    }

    private static boolean isTakingIn() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    public List<Board.Line> getDecisions() {
        return decisions;
    }

    public AttendanceResult[] getResults() {
        return AttendanceResult.values();
    }

    public int getPercent() {
        return AttendanceRule.PERCENT;
    }
}

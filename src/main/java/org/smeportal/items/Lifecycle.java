package org.smeportal.items;

import static org.smeportal.items.ItemAct.ABANDON;
import static org.smeportal.items.ItemAct.ACCEPT;
import static org.smeportal.items.ItemAct.AGAIN;
import static org.smeportal.items.ItemAct.ALARM;
import static org.smeportal.items.ItemAct.CLEAR;
import static org.smeportal.items.ItemAct.CLOSE;
import static org.smeportal.items.ItemAct.CLOSE_TO_CALL;
import static org.smeportal.items.ItemAct.DUPLICATE;
import static org.smeportal.items.ItemAct.EDITORIAL;
import static org.smeportal.items.ItemAct.END;
import static org.smeportal.items.ItemAct.ENOUGH_DATA;
import static org.smeportal.items.ItemAct.EXAMINE;
import static org.smeportal.items.ItemAct.FAIL;
import static org.smeportal.items.ItemAct.KEEP;
import static org.smeportal.items.ItemAct.MONITOR;
import static org.smeportal.items.ItemAct.PASS;
import static org.smeportal.items.ItemAct.PROMOTE;
import static org.smeportal.items.ItemAct.PUT_ON_FORM;
import static org.smeportal.items.ItemAct.REJECT;
import static org.smeportal.items.ItemAct.RESUBMIT;
import static org.smeportal.items.ItemAct.RETIRE;
import static org.smeportal.items.ItemAct.RETURN;
import static org.smeportal.items.ItemAct.REVISE;
import static org.smeportal.items.ItemAct.SCHEDULE;
import static org.smeportal.items.ItemAct.SUBMIT;
import static org.smeportal.items.ItemAct.WITHDRAW;
import static org.smeportal.items.ItemStatus.ALPHA_CALL;
import static org.smeportal.items.ItemStatus.ALPHA_OK;
import static org.smeportal.items.ItemStatus.ALPHA_READY;
import static org.smeportal.items.ItemStatus.DATA_REVIEW;
import static org.smeportal.items.ItemStatus.DRAFT;
import static org.smeportal.items.ItemStatus.IN_ALPHA;
import static org.smeportal.items.ItemStatus.IN_REVIEW;
import static org.smeportal.items.ItemStatus.QC1;
import static org.smeportal.items.ItemStatus.REJECTED;
import static org.smeportal.items.ItemStatus.RETIRED;
import static org.smeportal.items.ItemStatus.REVISION;
import static org.smeportal.items.ItemStatus.SCORED_LIVE;
import static org.smeportal.items.ItemStatus.SCORED_READY;
import static org.smeportal.items.ItemStatus.SUBMITTED;
import static org.smeportal.items.ItemStatus.SUSPENDED;
import static org.smeportal.items.ItemStatus.UNSCORED_LIVE;
import static org.smeportal.items.ItemStatus.UNSCORED_READY;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every move of an item that there is: a move that is not in the table does not exist (R7.4). It draws its own picture,
 * which stands in {@code docs/item-lifecycle.md}.
 */
public final class Lifecycle {
    /** Whose act a move is. */
    public enum Who {
        AUTHOR,
        PM,
        CHECKER,
        SYSTEM
    }

    public record Move(ItemStatus from, ItemAct act, ItemStatus to, Who who) {}

    public static final List<Move> TABLE = List.of(
            new Move(DRAFT, SUBMIT, SUBMITTED, Who.AUTHOR),
            new Move(DRAFT, WITHDRAW, REJECTED, Who.AUTHOR),
            new Move(DRAFT, ABANDON, REJECTED, Who.SYSTEM),
            new Move(SUBMITTED, SCHEDULE, IN_REVIEW, Who.PM),
            new Move(SUBMITTED, RETURN, DRAFT, Who.PM),
            new Move(SUBMITTED, DUPLICATE, REJECTED, Who.PM),
            new Move(SUBMITTED, WITHDRAW, REJECTED, Who.AUTHOR),
            new Move(IN_REVIEW, ACCEPT, QC1, Who.PM),
            new Move(IN_REVIEW, REVISE, REVISION, Who.PM),
            new Move(IN_REVIEW, REJECT, REJECTED, Who.PM),
            new Move(REVISION, RESUBMIT, SUBMITTED, Who.AUTHOR),
            new Move(REVISION, EDITORIAL, QC1, Who.CHECKER),
            new Move(QC1, PASS, ALPHA_READY, Who.CHECKER),
            new Move(QC1, FAIL, REVISION, Who.CHECKER),
            new Move(ALPHA_READY, PUT_ON_FORM, IN_ALPHA, Who.PM),
            new Move(IN_ALPHA, CLOSE, ALPHA_OK, Who.SYSTEM),
            new Move(IN_ALPHA, CLOSE_TO_CALL, ALPHA_CALL, Who.SYSTEM),
            new Move(ALPHA_CALL, KEEP, ALPHA_OK, Who.PM),
            new Move(ALPHA_CALL, REVISE, REVISION, Who.PM),
            new Move(ALPHA_CALL, REJECT, REJECTED, Who.PM),
            new Move(ALPHA_OK, PASS, UNSCORED_READY, Who.CHECKER),
            new Move(ALPHA_OK, FAIL, REVISION, Who.CHECKER),
            new Move(UNSCORED_READY, PUT_ON_FORM, UNSCORED_LIVE, Who.PM),
            new Move(UNSCORED_LIVE, ENOUGH_DATA, DATA_REVIEW, Who.PM),
            new Move(UNSCORED_LIVE, ALARM, SUSPENDED, Who.PM),
            new Move(DATA_REVIEW, PROMOTE, SCORED_READY, Who.PM),
            new Move(DATA_REVIEW, AGAIN, UNSCORED_READY, Who.PM),
            new Move(DATA_REVIEW, REVISE, REVISION, Who.PM),
            new Move(DATA_REVIEW, RETIRE, RETIRED, Who.PM),
            new Move(SCORED_READY, PUT_ON_FORM, SCORED_LIVE, Who.PM),
            new Move(SCORED_READY, MONITOR, DATA_REVIEW, Who.PM),
            new Move(SCORED_READY, ALARM, SUSPENDED, Who.PM),
            new Move(SCORED_READY, END, RETIRED, Who.PM),
            new Move(SCORED_LIVE, MONITOR, DATA_REVIEW, Who.PM),
            new Move(SCORED_LIVE, ALARM, SUSPENDED, Who.PM),
            new Move(SCORED_LIVE, END, RETIRED, Who.PM),
            new Move(SUSPENDED, CLEAR, UNSCORED_LIVE, Who.PM),
            new Move(SUSPENDED, CLEAR, SCORED_READY, Who.PM),
            new Move(SUSPENDED, CLEAR, SCORED_LIVE, Who.PM),
            new Move(SUSPENDED, EXAMINE, DATA_REVIEW, Who.PM),
            new Move(SUSPENDED, RETIRE, RETIRED, Who.PM));

    private Lifecycle() {}

    /** Where the act leads from there; where an item was before it was suspended, only {@link Item} knows. */
    static Optional<ItemStatus> next(ItemStatus from, ItemAct act) {
        return TABLE.stream()
                .filter(move -> move.from() == from && move.act() == act)
                .map(Move::to)
                .findFirst();
    }

    public static List<Move> from(ItemStatus status) {
        return TABLE.stream().filter(move -> move.from() == status).toList();
    }

    /** Whether the author may still take an item back. */
    public static boolean isWithdrawable(ItemStatus status) {
        return next(status, WITHDRAW).isPresent();
    }

    /** The table as a Mermaid state diagram. */
    public static String diagram() {
        return TABLE.stream()
                .map(move -> "    " + move.from() + " --> " + move.to() + ": " + words(move.act()) + " ("
                        + words(move.who()) + ")")
                .collect(Collectors.joining(
                        "\n",
                        "stateDiagram-v2\n    [*] --> DRAFT: start (author)\n",
                        "\n    REJECTED --> [*]\n    RETIRED --> [*]\n"));
    }

    private static String words(Enum<?> constant) {
        return constant == Who.PM
                ? "PM"
                : constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}

package org.smeportal.applications;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as a programme manager reads it. There is no score in it before both are in: {@code score} and
 * {@code disagreement} do not exist until then, whoever asks.
 */
public record ApplicationRow(
        UUID publicId,
        String name,
        String email,
        String country,
        ZoneId zone,
        @Nullable String employer,
        List<String> exams,
        @Nullable String certifications,
        int years,
        @Nullable String expertise,
        @Nullable String languages,
        @Nullable String motivation,
        @Nullable String heardOf,
        @Nullable Attendance attendance,
        ApplicationState state,
        Instant confirmedAt,
        @Nullable LocalDate promisedOn,
        int scoresIn,
        boolean scoredByMe,
        @Nullable BigDecimal score,
        boolean disagreement,
        @Nullable Decision decision,
        @Nullable String decisionReason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        boolean waits,
        @Nullable UUID sme) {

    public ApplicationRow {
        exams = List.copyOf(exams);
    }

    public boolean isLive() {
        return state.isLive();
    }

    /** Whether the answer is still owed. */
    public boolean isOpen() {
        return state == ApplicationState.SUBMITTED || state == ApplicationState.IN_REVIEW;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && promisedOn != null && promisedOn.isBefore(today);
    }

    /** Whether the viewer can score it. */
    public boolean isWaitingForMyScore() {
        return isOpen() && !scoredByMe && scoresIn < Scores.WANTED;
    }

    /** Own scores can be changed as long as they are the only ones. */
    public boolean isScoreOpen() {
        return isOpen() && scoresIn < Scores.WANTED;
    }

    public boolean isPrepared() {
        return decision != null && isLive();
    }

    /** 3.25; empty before both scores are in. */
    public String scoreText() {
        return score == null ? "" : score.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** For forms: this application as it stood. */
    public String seen() {
        return Standing.seen(publicId, Standing.of(state, decidedAt));
    }
}

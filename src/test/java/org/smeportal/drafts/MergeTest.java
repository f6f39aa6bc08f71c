package org.smeportal.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Refused;

/** What becomes of a typed field: never a silent overwrite (R5.1). */
class MergeTest {
    private static final Stored STORED = new Stored("question", "Which?", 7, "phone");

    private static Merge.Outcome outcome(String value, int base, String writer) {
        return Merge.of(new Typed("question", value, base), STORED, writer);
    }

    @Test
    void whoSawTheFieldStoresIt() {
        assertThat(Merge.of(new Typed("question", "What?", 0), null, "laptop")).isEqualTo(Merge.Outcome.STORE);
        assertThat(outcome("What?", 7, "laptop")).isEqualTo(Merge.Outcome.STORE);
    }

    @Test
    void whoDidNotSeeItChooses() {
        assertThat(outcome("What?", 6, "laptop")).isEqualTo(Merge.Outcome.CONFLICT);
        assertThat(outcome("What?", 0, "laptop")).isEqualTo(Merge.Outcome.CONFLICT);
        assertThat(outcome("What?", 90, "laptop"))
                .as("a version of another draft is none that was seen")
                .isEqualTo(Merge.Outcome.CONFLICT);
    }

    @Test
    void aLostAnswerIsNoConflict() {
        assertThat(outcome("What?", 3, "phone")).isEqualTo(Merge.Outcome.STORE);
        assertThat(outcome("Which?", 3, "laptop")).isEqualTo(Merge.Outcome.SAME);
    }

    @Test
    void onlyFieldsOfAnItemExist() {
        assertThat(DraftFields.isField("option.a1.rationale")).isTrue();
        assertThat(DraftFields.isField("waiver.L1@option.a1.text")).isTrue();
        assertThat(DraftFields.isField("option.a1.colour")).isFalse();
        assertThat(DraftFields.isField("option.A1.text")).isFalse();
        assertThat(DraftFields.isField("question ")).isFalse();
        assertThat(DraftFields.isField("waiver.L1@waiver.L1@key")).isFalse();
    }

    @Test
    void aFieldHoldsSoMuchAndNothingThatNobodySees() {
        assertThat(DraftFields.checked("question", "a\r\nb\rc")).isEqualTo("a\nb\nc");
        assertThat(DraftFields.checked("question", "x".repeat(1500))).hasSize(1500);
        assertThat(key("question", "x".repeat(1501))).isEqualTo("platform.refused.tooLong");
        assertThat(key("waiver.L1@question", "x".repeat(501))).isEqualTo("platform.refused.tooLong");
        assertThat(key("question", "a\u0000b")).isEqualTo("platform.refused.unseen");
        assertThat(key("option.a.text", "a\u202Eb")).isEqualTo("platform.refused.unseen");
    }

    private static String key(String field, String value) {
        var refused = new Object() {
            String key = "";
        };
        assertThatThrownBy(() -> DraftFields.checked(field, value))
                .isInstanceOfSatisfying(Refused.class, no -> refused.key = no.key());
        return refused.key;
    }
}

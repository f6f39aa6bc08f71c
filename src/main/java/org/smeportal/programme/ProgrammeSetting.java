package org.smeportal.programme;

/** What a programme sets for itself, each a whole number with its default and its range. */
public enum ProgrammeSetting {
    /** Days after the confirmation of an application by which its decision is promised. */
    ANSWER_DAYS(21, 1, 365),
    /** Months after which a declined person may apply again. */
    APPLY_AGAIN_MONTHS(6, 0, 60),
    /** Days that an application waits for the confirmation of its e-mail address. */
    CONFIRM_DAYS(14, 1, 90),
    /** Days that a draft is kept which nobody touches. */
    DRAFT_DAYS(60, 1, 365),
    /** Months after which declined and withdrawn applications lose everything that tells whose they were. */
    FORGET_MONTHS(24, 6, 120),
    /** Days after the end of a workshop during which its items may still be written. */
    WRITE_DAYS(7, 0, 90),
    /** Days that the author of an item has when it came back. */
    RETURN_DAYS(7, 1, 90),
    /** Wrong options of an item. */
    DISTRACTORS(3, 2, 5),
    /** Minutes for silent verdicts on an item in a group review. */
    VERDICT_MINUTES(4, 1, 60),
    /** Days after which an item waits too long: for its group review, in revision, for a quality check. */
    REVIEW_DAYS(14, 1, 365);

    private final int standard;
    private final int least;
    private final int most;

    ProgrammeSetting(int standard, int least, int most) {
        this.standard = standard;
        this.least = least;
        this.most = most;
    }

    public int standard() {
        return standard;
    }

    /** Its value within a statement of a page that has few. */
    public String sql() {
        return "coalesce((select cast(t.value as signed) from programme_setting t where t.name = '" + name() + "'), "
                + standard + ")";
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }
}

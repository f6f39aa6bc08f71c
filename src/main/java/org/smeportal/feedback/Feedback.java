package org.smeportal.feedback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one SME says about one event. */
@Entity
@Table(name = "feedback")
class Feedback {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "event_id")
    private long eventId;

    @Column(name = "sme_id")
    private long smeId;

    private int overall;

    @Enumerated(EnumType.STRING)
    private Pace pace;

    private boolean again;

    @Column(name = "to_keep")
    private @Nullable String toKeep;

    @Column(name = "to_change")
    private @Nullable String toChange;

    @Column(name = "by_name")
    private boolean byName;

    @Column(name = "given_at")
    private Instant givenAt;

    @Version
    private int version;

    protected Feedback() {}

    Feedback(long eventId, long smeId, int overall, Pace pace, boolean again, Instant now) {
        this.eventId = eventId;
        this.smeId = smeId;
        this.overall = overall;
        this.pace = pace;
        this.again = again;
        this.givenAt = now;
    }

    void judge(int newOverall, Pace newPace, boolean newAgain) {
        this.overall = newOverall;
        this.pace = newPace;
        this.again = newAgain;
    }

    void say(@Nullable String keep, @Nullable String change, boolean quotable) {
        this.toKeep = keep;
        this.toChange = change;
        this.byName = quotable;
    }
}

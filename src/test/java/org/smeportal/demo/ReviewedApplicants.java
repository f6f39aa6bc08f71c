package org.smeportal.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smeportal.applications.ApplicationQueries;
import org.smeportal.applications.DecideApplications;
import org.smeportal.applications.Decision;
import org.smeportal.applications.PublishDecisions;
import org.smeportal.applications.Rubric;
import org.smeportal.applications.RubricQueries;
import org.smeportal.applications.ScoreApplication;
import org.smeportal.applications.Seen;
import org.smeportal.applications.WriteNote;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** What both programme managers did with those who applied, so that the queue shows every stage. */
final class ReviewedApplicants {
    private final Rig rig;
    private final Caller first;
    private final Caller second;

    ReviewedApplicants(Rig rig, Caller first, Caller second) {
        this.rig = rig;
        this.first = first;
        this.second = second;
    }

    /** The first of those in review are disagreed about, the second is to be accepted, the others have one score. */
    void tell(List<Applicants.Applied> applied) {
        int reviewed = 0;
        for (Applicants.Applied one : applied) {
            UUID id = one.application();
            switch (one.course()) {
                case ACCEPTED -> {
                    both(id, 4, 3);
                    publish(id, Decision.ACCEPT, null);
                }
                case WAITLISTED -> {
                    both(id, 3, 3);
                    publish(id, Decision.WAITLIST, null);
                }
                case DECLINED -> {
                    both(id, 1, 1);
                    publish(id, Decision.DECLINE, "We look for people who have run this in production for some years.");
                }
                case IN_REVIEW -> inReview(id, reviewed++);
                default -> {}
            }
        }
    }

    private void inReview(UUID id, int number) {
        switch (number) {
            case 0 -> {
                both(id, 4, 1);
                rig.as(
                        second,
                        () -> rig.get(WriteNote.class)
                                .write(new WriteNote.Note(id, "Let us talk about this one on Thursday.")));
            }
            case 1 -> {
                both(id, 3, 4);
                decide(id, Decision.ACCEPT, null);
            }
            default -> score(second, id, 3);
        }
    }

    private void both(UUID id, int one, int other) {
        score(first, id, one);
        score(second, id, other);
    }

    private void score(Caller who, UUID id, int about) {
        Rubric rubric = rig.get(RubricQueries.class).current();
        Map<Long, Integer> points = new LinkedHashMap<>();
        for (int i = 0; i < rubric.criteria().size(); i++) {
            points.put(rubric.criteria().get(i).id(), Math.max(0, about - (i % 3 == 2 ? 1 : 0)));
        }
        rig.as(
                who,
                () -> rig.get(ScoreApplication.class)
                        .score(new ScoreApplication.Scored(
                                id, rubric.number(), points, "Read the answer on practice twice.")));
    }

    private Seen seen(UUID id) {
        return rig.as(
                first,
                () -> Seen.of(List.of(rig.get(ApplicationQueries.class)
                                .one(id)
                                .orElseThrow()
                                .seen()))
                        .get(0));
    }

    private void decide(UUID id, Decision decision, String reason) {
        Seen seen = seen(id);
        rig.as(
                first,
                () -> rig.get(DecideApplications.class)
                        .decide(new DecideApplications.Taken(List.of(seen), decision, reason)));
    }

    private void publish(UUID id, Decision decision, String reason) {
        decide(id, decision, reason);
        Seen seen = seen(id);
        rig.as(first, () -> {
            PublishDecisions.Planned planned =
                    rig.get(PublishDecisions.class).plan(new PublishDecisions.Chosen(List.of(seen)));
            return rig.get(PublishDecisions.class).doNow(planned.id());
        });
    }
}

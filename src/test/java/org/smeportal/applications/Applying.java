package org.smeportal.applications;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** People who apply, through the same acts that the pages call. */
public final class Applying {
    private final Rig rig;

    public Applying(Rig rig) {
        this.rig = rig;
    }

    /** Everything that a whole application needs. */
    public Answers answers(String email, String name) {
        long exam = rig.count("select min(id) from exam");
        return new Answers(
                email,
                name,
                "PT",
                "Europe/Lisbon",
                "Azulejo Systems",
                Set.of(exam),
                null,
                6,
                "storage, queues",
                "Portuguese, English",
                "I run what I would like to ask about.",
                null,
                Attendance.NEARBY);
    }

    /** Fills in all steps; answers the secret of the browser's cookie. */
    public String fillIn(Answers answers, String address) {
        return fillIn(answers, null, address);
    }

    public String fillIn(Answers answers, String invite, String address) {
        String secret = null;
        int version = 0;
        for (FormStep step : List.of(FormStep.ABOUT, FormStep.EXPERTISE, FormStep.REASONS)) {
            FillInApplication.Saved saved = save(secret, version, step, answers, invite, address);
            secret = saved.secret();
            version = saved.version();
        }
        rig.clock().advance(Duration.ofMinutes(8));
        return secret;
    }

    public FillInApplication.Saved save(
            String secret, int version, FormStep step, Answers answers, String invite, String address) {
        return rig.as(
                Caller.SYSTEM,
                () -> rig.get(FillInApplication.class)
                        .save(new FillInApplication.Step(secret, version, step, answers, invite, address)));
    }

    public UUID send(String secret, String address) {
        int version = (int) version(secret);
        return rig.as(
                Caller.SYSTEM,
                () -> rig.get(SendApplication.class)
                        .send(new SendApplication.Sending(secret, version, true, false, null, address)));
    }

    public long version(String secret) {
        return rig.count("select version from application where draft_hash = ?1", DraftSecret.hash(secret));
    }

    /** A whole form, filled in and sent. */
    public UUID apply(String email, String name, String address) {
        return send(fillIn(answers(email, name), address), address);
    }

    /** The same with its address confirmed. */
    public UUID applyAndConfirm(String email, String name, String address) {
        UUID application = apply(email, name, address);
        confirm(confirmToken(application));
        return application;
    }

    public ConfirmApplication.Confirmed confirm(String token) {
        return rig.as(Caller.SYSTEM, () -> rig.get(ConfirmApplication.class).confirm(token));
    }

    /** What the mail to confirm has behind its button. */
    public String confirmToken(UUID application) {
        Object[] row = row(application);
        return last(rig.get(ApplicationLinks.class)
                .confirm(id(row), (String) row[1], rig.clock().instant().plus(Duration.ofDays(14))));
    }

    public String statusToken(UUID application) {
        Object[] row = row(application);
        return rig.get(ApplicationLinks.class)
                .statusToken(id(row), (String) row[1], rig.clock().instant());
    }

    /** The form was begun minutes ago: what is sent within seconds is taken for a machine's. */
    public void tookTime(String email) {
        rig.update("update application set created_at = created_at - interval 4 minute where email = ?1", email);
    }

    public String inviteToken(UUID invite) {
        return last(
                rig.get(ApplyInviteQueries.class).poster(invite).orElseThrow().url());
    }

    private Object[] row(UUID application) {
        return (Object[]) rig.rows("select id, nonce from application where public_id = ?1", application.toString())
                .get(0);
    }

    private static long id(Object[] row) {
        return ((Number) row[0]).longValue();
    }

    private static String last(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}

package org.smeportal.replies.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.replies.AnswerComments;
import org.smeportal.replies.Feedback;
import org.smeportal.replies.ReadFeedback;
import org.smeportal.reviews.Verdict;

/** What a group said of an item, and the author's answers; what was typed stays when it is refused. */
@Named
@RequestScoped
public class FeedbackView {
    @Inject
    private ReadFeedback read;

    @Inject
    private AnswerComments answers;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable Integer review;

    private @Nullable Feedback feedback;

    public void load() {
        getFeedback();
    }

    /** Stays on the page, or goes on to the desk. */
    public void save() {
        store();
        messages.note("replies.saved");
        Faces.redirect("/app/replies/feedback/%s", Objects.toString(id));
    }

    public void write() {
        store();
        messages.note("replies.saved");
        Faces.redirect("/app/items/desk/%s", Objects.toString(id));
    }

    private void store() {
        Map<UUID, String> typed = new LinkedHashMap<>();
        getFeedback().remarks().stream()
                .filter(Feedback.Remark::open)
                .map(remark -> remark.said().id())
                .forEach(comment -> {
                    String answer = Faces.getRequestParameter("answer." + comment);
                    if (answer != null) {
                        typed.put(comment, answer);
                    }
                });
        answers.answer(Words.named(id), typed);
    }

    /** Read once, also before a form that comes back is looked at. */
    public Feedback getFeedback() {
        Feedback known = feedback;
        if (known == null) {
            known = read.read(Words.named(id), review);
            feedback = known;
        }
        return known;
    }

    public String answer(Feedback.Remark remark) {
        String typed = Faces.getRequestParameter("answer." + remark.said().id());
        return typed != null ? typed : Objects.toString(remark.said().answer(), "");
    }

    public List<Verdict> getVerdicts() {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> count(verdict) > 0)
                .toList();
    }

    public int count(Verdict verdict) {
        return getFeedback().tally().getOrDefault(verdict, 0);
    }

    /** The numbers of the reviews of the item. */
    public List<Integer> getReviews() {
        return IntStream.rangeClosed(1, getFeedback().of()).boxed().toList();
    }

    public int getLongest() {
        return AnswerComments.LONGEST;
    }
}

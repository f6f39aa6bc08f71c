package org.smeportal.invitations.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.invitations.AnswerGroup;
import org.smeportal.invitations.ComingAnswers;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;

/** The answers for all events to come; which ones and the page in the URL. */
@Named
@RequestScoped
public class AnswerListView {
    @Inject
    private ComingAnswers answers;

    @Inject
    @Param
    private @Nullable String group;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<ComingAnswers.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        rows = answers.page(getGroup(), PageRequest.number(page == null ? 1 : page));
    }

    public AnswerGroup getGroup() {
        return Arrays.stream(AnswerGroup.values())
                .filter(known -> known.name().equals(group))
                .findFirst()
                .orElse(AnswerGroup.ACCEPTED);
    }

    public AnswerGroup[] getGroups() {
        return AnswerGroup.values();
    }

    public Page<ComingAnswers.Row> getRows() {
        return rows;
    }
}

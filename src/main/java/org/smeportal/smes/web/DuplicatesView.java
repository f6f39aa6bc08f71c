package org.smeportal.smes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.smes.DuplicateQueries;
import org.smeportal.smes.TellApart;

/** Pairs that may be one person, the likeliest first; two people are told apart for good. */
@Named
@RequestScoped
public class DuplicatesView {
    @Inject
    private DuplicateQueries duplicates;

    @Inject
    private TellApart tellApart;

    @Inject
    private Messages messages;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<DuplicateQueries.Pair> pairs = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        pairs = duplicates.page(PageRequest.number(page == null ? 1 : page));
    }

    /** Of the pair whose button was pressed: its two ids stand in the value of the button. */
    public void notTheSame() {
        String two = Faces.getRequestParameter("tell");
        String[] ids = (two == null ? "" : two).split(" ", -1);
        UUID one = Words.uuid(ids[0]);
        UUID other = Words.uuid(ids[ids.length - 1]);
        if (one == null || other == null) {
            throw new NotFound();
        }
        tellApart.notTheSame(new TellApart.Two(one, other));
        messages.note("smes.duplicates.told");
        Faces.redirect("/app/smes/duplicates");
    }

    public List<DuplicateQueries.Side> sides(DuplicateQueries.Pair pair) {
        return List.of(pair.one(), pair.other());
    }

    public Page<DuplicateQueries.Pair> getPairs() {
        return pairs;
    }
}

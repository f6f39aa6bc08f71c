package org.smeportal.smes;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.smeportal.platform.Queries;
import org.smeportal.smes.SmeQueries.Row;

/** What an act would do for several SMEs, before anybody does it. */
@Queries
public class OutlookQueries {
    private final SmeQueries smes;

    @Inject
    public OutlookQueries(SmeQueries smes) {
        this.smes = smes;
    }

    /** For whom it would be done, and who would be left out. */
    public record Outlook(List<Row> done, List<LeftOut> leftOut) {}

    /** {@code reason} is the key of the sentence. */
    public record LeftOut(Row sme, String reason) {}

    public Outlook of(BulkAct act, Collection<UUID> ids, long examId) {
        List<Row> done = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Row sme : smes.some(ids)) {
            String reason = act.against(sme, examId);
            if (reason == null) {
                done.add(sme);
            } else {
                leftOut.add(new LeftOut(sme, reason));
            }
        }
        return new Outlook(done, leftOut);
    }
}

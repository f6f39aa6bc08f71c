package org.smeportal.online.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.online.CallQueries;
import org.smeportal.online.HelpQueries;
import org.smeportal.online.HelpState;

/** The queue of a programme manager on the day: who asks for help, how long they wait, and the calls to come. */
@Named
@RequestScoped
public class HelpView {
    @Inject
    private EventDirectory events;

    @Inject
    private HelpQueries requests;

    @Inject
    private CallQueries calls;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable String part;

    @Inject
    @Param
    private @Nullable Integer page;

    private @Nullable EventCard event;
    private String version = "";
    private Map<HelpState, Integer> counts = Map.of();
    private Page<HelpQueries.Request> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private List<CallQueries.Call> coming = List.of();

    public void load() {
        EventCard found = OnlineRoutes.event(events, id);
        event = found;
        version = requests.version(found.id());
        counts = requests.counts(found.id());
        rows = requests.queue(found.id(), getPart(), PageRequest.number(page == null ? 1 : page));
        coming = calls.ofEvent(found.id());
    }

    public EventCard getEvent() {
        return Objects.requireNonNull(event);
    }

    public HelpQueries.Part getPart() {
        HelpQueries.Part known = Words.constant(HelpQueries.Part.class, part);
        return known == null ? HelpQueries.Part.WAITING : known;
    }

    public int getOpen() {
        return counts.getOrDefault(HelpState.OPEN, 0);
    }

    public int getWaiting() {
        return getOpen() + counts.getOrDefault(HelpState.TAKEN, 0);
    }

    public int getClosed() {
        return counts.getOrDefault(HelpState.ANSWERED, 0) + counts.getOrDefault(HelpState.SETTLED, 0);
    }

    public String getVersion() {
        return version;
    }

    public Page<HelpQueries.Request> getRows() {
        return rows;
    }

    public List<CallQueries.Call> getComing() {
        return coming;
    }
}

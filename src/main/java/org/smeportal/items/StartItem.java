package org.smeportal.items;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.Unnamed;
import org.smeportal.drafts.DraftFields;
import org.smeportal.drafts.Drafts;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.ItemField;

/** Begins an item in a workshop in which the author has a seat. */
@UseCase
@Requires(Permission.WRITE_ITEMS)
@Unnamed("who wrote an item stays unknown (R6.1)")
public class StartItem {
    static final int MOST_IN_A_WORKSHOP = 60;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ID_LETTERS = "abcdefghjkmnpqrstvwxyz0123456789";
    private static final int LETTERS_OF_ID = 5;

    private final Items items;
    private final AuthorGuard authors;
    private final WritingSeats seats;
    private final Drafts drafts;
    private final Blueprint blueprint;
    private final ProgrammeSettings settings;
    private final CurrentUser user;

    @Inject
    public StartItem(
            Items items,
            AuthorGuard authors,
            WritingSeats seats,
            Drafts drafts,
            Blueprint blueprint,
            ProgrammeSettings settings,
            CurrentUser user) {
        this.items = items;
        this.authors = authors;
        this.seats = seats;
        this.drafts = drafts;
        this.blueprint = blueprint;
        this.settings = settings;
        this.user = user;
    }

    /** Answers the new item; {@code domain} may be chosen at the desk. */
    public UUID start(UUID event, @Nullable Integer domain) {
        WritingSeats.Seat seat =
                seats.open(user.accountId(), event).orElseThrow(() -> new Refused("items.refused.noSeat"));
        if (domain != null && blueprint.domain(seat.examId(), domain).isEmpty()) {
            throw new Refused("items.refused.domain").at("domain");
        }
        if (authors.begun(seat.eventId(), seat.sme()) >= MOST_IN_A_WORKSHOP) {
            throw new Refused("items.refused.tooMany", MOST_IN_A_WORKSHOP);
        }
        Item item = items.add(seat.examId(), seat.eventId());
        item.place(domain, null);
        items.started(item);
        authors.begunBy(item.id(), seat.sme());
        drafts.begin(item.draft(), empty(settings.of(ProgrammeSetting.DISTRACTORS) + 1, domain));
        return item.publicId();
    }

    private static Map<String, String> empty(int options, @Nullable Integer domain) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        while (ids.size() < options) {
            String id = id();
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        fields.put(ItemField.OPTIONS, String.join(",", ids));
        fields.put(ItemField.REFERENCES, id());
        if (domain != null) {
            fields.put(DraftFields.DOMAIN, domain.toString());
        }
        return fields;
    }

    private static String id() {
        StringBuilder id = new StringBuilder();
        RANDOM.ints(LETTERS_OF_ID, 0, ID_LETTERS.length()).forEach(at -> id.append(ID_LETTERS.charAt(at)));
        return id.toString();
    }
}

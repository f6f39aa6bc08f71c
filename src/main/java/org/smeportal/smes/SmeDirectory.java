package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** SMEs as other features know them. */
@Queries
public class SmeDirectory {

    private static final String CARD = """
            select id, public_id, account_id, name, email, zone, country, employer, visible_to_members from sme
            """;

    /** How many ids one statement names at most. */
    private static final int CHUNK = 500;

    private final EntityManager entityManager;

    @Inject
    public SmeDirectory(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public SmeCard card(long id) {
        return list("where id = ?1", id).stream().findFirst().orElseThrow(NotFound::new);
    }

    public Optional<SmeCard> byPublicId(UUID publicId) {
        return list("where public_id = ?1", publicId.toString()).stream().findFirst();
    }

    public Optional<SmeCard> byAccount(long accountId) {
        return list("where account_id = ?1", accountId).stream().findFirst();
    }

    public Map<Long, SmeCard> cards(Collection<Long> ids) {
        Map<Long, SmeCard> cards = new HashMap<>();
        inChunks(ids.stream().map(String::valueOf).toList(), "id", card -> cards.put(card.id(), card));
        return cards;
    }

    /** In the order of their names. */
    public List<SmeCard> cardsByPublicId(Collection<UUID> publicIds) {
        List<SmeCard> cards = new ArrayList<>();
        inChunks(publicIds.stream().map(UUID::toString).distinct().toList(), "public_id", cards::add);
        cards.sort((a, b) -> a.name().compareToIgnoreCase(b.name()));
        return cards;
    }

    private void inChunks(List<String> values, String column, Consumer<SmeCard> take) {
        for (int from = 0; from < values.size(); from += CHUNK) {
            List<String> chunk = values.subList(from, Math.min(values.size(), from + CHUNK));
            String marks = String.join(",", java.util.Collections.nCopies(chunk.size(), "?"));
            list("where " + column + " in (" + marks + ")", chunk.toArray()).forEach(take);
        }
    }

    private List<SmeCard> list(String where, Object... parameters) {
        Query query = entityManager.createNativeQuery(CARD + where);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return Sql.rows(query).map(SmeDirectory::card).toList();
    }

    private static SmeCard card(Object[] row) {
        return new SmeCard(
                Sql.number(row[0]),
                UUID.fromString((String) row[1]),
                Sql.optionalNumber(row[2]),
                (String) row[3],
                (String) row[4],
                ZoneId.of((String) row[5]),
                (String) row[6],
                (String) row[7],
                Sql.truth(row[8]));
    }
}

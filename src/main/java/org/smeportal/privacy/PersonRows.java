package org.smeportal.privacy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Text;

/** Reads and changes the rows of one person, for the packages that hold them. */
@Repository
public class PersonRows {
    private final EntityManager entityManager;
    private final Text text;

    @Inject
    public PersonRows(EntityManager entityManager, Text text) {
        this.entityManager = entityManager;
        this.text = text;
    }

    /** What stands in place of a name. */
    public String formerName() {
        return text.of("privacy.formerMember");
    }

    /** What stands in place of a text that had to stay. */
    public String removedText() {
        return text.of("privacy.removedText");
    }

    /** One row with many facts. */
    public Part facts(String name, String sql, Object parameter, Column... columns) {
        return read(name, Part.Shape.FACTS, sql, parameter, columns);
    }

    /** Rows with many facts each. */
    public Part records(String name, String sql, Object parameter, Column... columns) {
        return read(name, Part.Shape.RECORDS, sql, parameter, columns);
    }

    /** A table. */
    public Part list(String name, String sql, Object parameter, Column... columns) {
        return read(name, Part.Shape.LIST, sql, parameter, columns);
    }

    /** One statement; {@code ?1} and so on are the parameters. */
    public void update(String sql, Object... parameters) {
        entityManager.flush();
        query(sql, parameters).executeUpdate();
    }

    private Part read(String name, Part.Shape shape, String sql, Object parameter, Column... columns) {
        Query query = query(sql, parameter instanceof Object[] several ? several : new Object[] {parameter});
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object found : query.getResultList()) {
            @Nullable Object[] row = found instanceof Object[] several ? several : new Object[] {found};
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < columns.length; i++) {
                values.add(columns[i].of(row[i]));
            }
            rows.add(values);
        }
        return new Part(name, shape, Arrays.stream(columns).map(Column::name).toList(), rows);
    }

    private Query query(String sql, Object... parameters) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}

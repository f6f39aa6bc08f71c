package org.smeportal.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reading the columns of native queries into the types of records. */
public final class Sql {

    private Sql() {}

    /** The rows of a native query with several columns. */
    public static Stream<Object[]> rows(Query query) {
        return ((List<?>) query.getResultList()).stream().map(Object[].class::cast);
    }

    /** The rows of a native query with one whole number. */
    public static List<Long> numbers(Query query) {
        return ((List<?>) query.getResultList()).stream().map(Sql::number).toList();
    }

    /** What stands between the brackets of {@code in (...)}: whole numbers only, none is found for an empty list. */
    public static String numberList(Collection<Long> numbers) {
        return numbers.isEmpty() ? "-1" : numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    public static Instant instant(Object value) {
        Instant instant = optionalInstant(value);
        if (instant == null) {
            throw new IllegalStateException("column is null");
        }
        return instant;
    }

    public static @Nullable Instant optionalInstant(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof LocalDateTime stored) {
            return stored.toInstant(ZoneOffset.UTC);
        }
        if (value instanceof Timestamp stored) {
            return stored.toLocalDateTime().toInstant(ZoneOffset.UTC);
        }
        throw new IllegalStateException("no instant: " + value.getClass());
    }

    public static LocalDate date(Object value) {
        return value instanceof Date stored ? stored.toLocalDate() : (LocalDate) value;
    }

    /** What a native query takes as a parameter for an instant column. */
    public static LocalDateTime parameter(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    public static long number(Object value) {
        return ((Number) value).longValue();
    }

    public static int integer(@Nullable Object value) {
        return value == null ? 0 : ((Number) value).intValue();
    }

    public static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        return value instanceof Number number && new BigDecimal(number.toString()).signum() != 0;
    }

    public static @Nullable Integer optionalInteger(@Nullable Object value) {
        return value == null ? null : integer(value);
    }

    public static @Nullable Long optionalNumber(@Nullable Object value) {
        return value == null ? null : number(value);
    }

    public static @Nullable LocalDate optionalDate(@Nullable Object value) {
        return value == null ? null : date(value);
    }

    public static UUID uuid(Object value) {
        return UUID.fromString((String) value);
    }

    public static @Nullable UUID optionalUuid(@Nullable Object value) {
        return value == null ? null : uuid(value);
    }

    /**
     * Inserts many rows as one JDBC batch in the running transaction, which the driver sends as few statements;
     * {@code into} names table and columns. EclipseLink asks for the id of each row that it stores by itself.
     */
    public static void insert(EntityManager entityManager, String into, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(",", Collections.nCopies(rows.get(0).length, "?"));
        Connection connection = entityManager.unwrap(Connection.class);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + into + " values (" + marks + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** A search term for LIKE: the term anywhere, its own wildcards taken literally (escape with {@code escape '!'}). */
    public static String contains(String term) {
        return "%" + term.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}

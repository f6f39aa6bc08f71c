package org.smeportal.privacy;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Sql;

/** How a column of a statement is called and read. */
public record Column(String name, Function<Object, Object> read) {

    public static Column text(String name) {
        return new Column(name, Object::toString);
    }

    public static Column number(String name) {
        return new Column(name, Sql::number);
    }

    public static Column truth(String name) {
        return new Column(name, Sql::truth);
    }

    public static Column moment(String name) {
        return new Column(name, Sql::instant);
    }

    public static Column day(String name) {
        return new Column(name, Sql::date);
    }

    /** The name of a constant, whose words stand under the name of its type. */
    public static Column constant(String name, Class<? extends Enum<?>> type) {
        return code(name, type.getSimpleName() + ".");
    }

    /** A code whose words stand under that beginning and the code itself. */
    public static Column code(String name, String keys) {
        return new Column(name, value -> new Part.Code(value.toString(), keys + value));
    }

    @Nullable
    Object of(@Nullable Object value) {
        return value == null ? null : read.apply(value);
    }
}

package org.smeportal.conventions;

import java.beans.Introspector;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a step of an expression leads to, by reflection; {@code Object} where that cannot be said. */
final class Types {
    private Types() {}

    /** Empty when the type has no such property or method, or the expression could not reach it. */
    static Optional<Type> step(Type from, Expressions.Step step) {
        Class<?> raw = raw(from);
        if (raw == Object.class || Map.class.isAssignableFrom(raw)) {
            return Optional.of(Object.class);
        }
        if (step.kind() == Expressions.Kind.INDEX) {
            return Optional.of(elementOf(from));
        }
        return find(raw, step)
                .filter(method -> isReachable(method.getDeclaringClass()))
                .map(method -> resolve(from, method));
    }

    static boolean isWritable(Type from, String property) {
        String setter = "set" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return raw(from) == Object.class
                || Map.class.isAssignableFrom(raw(from))
                || Arrays.stream(raw(from).getMethods())
                        .anyMatch(m -> m.getName().equals(setter) && m.getParameterCount() == 1);
    }

    /** What a loop over such a value sees. */
    static Type elementOf(Type type) {
        if (raw(type).isArray()) {
            return raw(type).getComponentType();
        }
        if (type instanceof ParameterizedType parameterized && Iterable.class.isAssignableFrom(raw(type))) {
            return bound(parameterized.getActualTypeArguments()[0]);
        }
        return Object.class;
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        return Object.class;
    }

    private static Optional<Method> find(Class<?> type, Expressions.Step step) {
        String name = step.name();
        boolean property = step.kind() == Expressions.Kind.PROPERTY;
        return Arrays.stream(type.getMethods())
                .filter(method -> !method.isBridge())
                .filter(method -> property
                        ? method.getParameterCount() == 0 && isGetter(type, method, name)
                        : method.getName().equals(name)
                                && takes(method, step.arguments().size()))
                .findFirst();
    }

    private static boolean isGetter(Class<?> type, Method method, String property) {
        String name = method.getName();
        return (name.startsWith("get") && property.equals(Introspector.decapitalize(name.substring(3))))
                || (name.startsWith("is")
                        && method.getReturnType() == boolean.class
                        && property.equals(Introspector.decapitalize(name.substring(2))))
                || (type.isRecord()
                        && name.equals(property)
                        && Arrays.stream(type.getRecordComponents())
                                .anyMatch(c -> c.getName().equals(property)));
    }

    /** A method named as an action stands without brackets: {@code action="#{bean.save}"}. */
    static boolean isAction(Type from, String name) {
        return Arrays.stream(raw(from).getMethods())
                .anyMatch(method -> method.getName().equals(name) && method.getParameterCount() <= 1);
    }

    private static boolean takes(Method method, int arguments) {
        return method.isVarArgs()
                ? arguments >= method.getParameterCount() - 1
                : arguments == method.getParameterCount();
    }

    private static boolean isReachable(Class<?> type) {
        return !type.getName().startsWith("org.smeportal.")
                || (Modifier.isPublic(type.getModifiers())
                        && (type.getDeclaringClass() == null || isReachable(type.getDeclaringClass())));
    }

    private static Type resolve(Type from, Method method) {
        Type type = method.getGenericReturnType();
        Map<TypeVariable<?>, Type> known =
                from instanceof ParameterizedType parameterized ? variables(parameterized) : Map.of();
        return replaced(type, known);
    }

    private static Map<TypeVariable<?>, Type> variables(ParameterizedType type) {
        TypeVariable<?>[] names = raw(type).getTypeParameters();
        return java.util.stream.IntStream.range(0, names.length)
                .boxed()
                .collect(Collectors.toMap(
                        (Function<Integer, TypeVariable<?>>) i -> names[i], i -> type.getActualTypeArguments()[i]));
    }

    private static Type replaced(Type type, Map<TypeVariable<?>, Type> known) {
        if (type instanceof TypeVariable<?>) {
            return known.getOrDefault(type, Object.class);
        }
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = Arrays.stream(parameterized.getActualTypeArguments())
                    .map(argument -> replaced(bound(argument), known))
                    .toArray(Type[]::new);
            return new Known(parameterized.getRawType(), arguments);
        }
        return type;
    }

    private static Type bound(Type type) {
        return type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : type;
    }

    private record Known(Type rawType, Type[] arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return rawType;
        }

        @Override
        public Type getOwnerType() {
            return Object.class;
        }
    }
}

package org.smeportal.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smeportal.testing.Things;

/** The table {@code security/matrix.txt} as it is read: what answers whom. How it is written stands at its head. */
public final class SecurityMatrix {
    static final Path FILE = Path.of("src", "test", "resources", "security", "matrix.txt");
    private static final Path WEBAPP = Path.of("src", "main", "webapp");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern END_POINT = Pattern.compile(
            "@(?:WebServlet|Path|ServerEndpoint)\\(\\s*(?:(?:value|urlPatterns)\\s*=\\s*)?\"([^\"]*)\"");

    private static final Map<String, Set<String>> OF_PATHS = new ConcurrentHashMap<>();

    /** Who asks: the columns, in the order of the table. */
    enum Who {
        ANONYMOUS(Set.of()),
        OWNER(Set.of(Role.SME)),
        OTHER_SME(Set.of(Role.SME)),
        PM_ELSEWHERE(Set.of(Role.PM)),
        PM(Set.of(Role.PM)),
        ADMIN(Set.of(Role.ADMIN));

        private final Set<Role> roles;

        Who(Set<Role> roles) {
            this.roles = roles;
        }

        boolean may(Permission permission) {
            return permission.isGrantedTo(roles);
        }
    }

    /** {@code path} ends with {@code /*} where the line is about one thing. */
    record Line(String path, Map<Who, String> cells) {
        static Line of(String text) {
            String[] words = text.strip().split("\\s+");
            if (words.length != 1 + Who.values().length) {
                throw new IllegalArgumentException(FILE + ": a path and six answers, but: " + text);
            }
            Map<Who, String> cells = new EnumMap<>(Who.class);
            for (Who who : Who.values()) {
                cells.put(who, words[who.ordinal() + 1]);
            }
            return new Line(words[0], cells);
        }

        boolean showsOneThing() {
            return path.endsWith("/*");
        }

        String page() {
            return showsOneThing() ? path.substring(0, path.length() - 2) : path;
        }

        @Override
        public String toString() {
            return path;
        }
    }

    private SecurityMatrix() {}

    static List<Line> lines() {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every line that the table needs: one for each page, servlet and REST path; for one thing, too, where it shows some. */
    static Set<String> needed() {
        Set<String> needed = new TreeSet<>();
        Stream.concat(pages().stream(), endPoints().stream()).forEach(path -> {
            if (Things.QUERIES.containsKey(path)) {
                needed.add(path + "/*");
            }
            if (!Things.QUERIES.containsKey(path) || Things.ALSO_ALONE.contains(path)) {
                needed.add(path);
            }
        });
        return needed;
    }

    /** Every page, as its address without a thing. */
    public static List<String> pages() {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.map(file -> "/" + WEBAPP.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".xhtml") && !path.startsWith("/WEB-INF"))
                    .map(path -> path.replace(".xhtml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Servlets and REST, by their annotations; {@code /*} at the end is left out. */
    public static List<String> endPoints() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> END_POINT.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .map(path -> path.isEmpty() ? "/" : path.replaceFirst("/\\*$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every parameter that some page or servlet reads from the address, for values that nobody expects. */
    static Set<String> parameters() {
        return parameters(file -> true);
    }

    /** Those that the bean of a page reads, or the servlet of an address. */
    public static Set<String> parametersOf(String path) {
        return OF_PATHS.computeIfAbsent(path, SecurityMatrix::read);
    }

    private static Set<String> read(String path) {
        int last = path.lastIndexOf('/');
        String bean = Arrays.stream(path.substring(last + 1).split("-"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "View.java";
        String folder = path.substring(path.lastIndexOf('/', last - 1) + 1, last + 1) + "web/";
        return parameters(file -> file.toString().replace('\\', '/').endsWith(folder + bean)
                || file.toString().endsWith("Servlet.java") && answers(read(file), path));
    }

    private static boolean answers(String source, String path) {
        return END_POINT
                .matcher(source)
                .results()
                .anyMatch(found -> found.group(1).replaceFirst("/\\*$", "").equals(path));
    }

    private static Set<String> parameters(Predicate<Path> wanted) {
        Pattern named = Pattern.compile("getParameter\\(\"(\\w+)\"\\)|@Param\\(name = \"(\\w+)\"\\)"
                + "|@Param\\s+(?:private\\s+)?(?:@Nullable\\s+)?\\w+\\s+(\\w+);");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(wanted)
                    .flatMap(file -> named.matcher(read(file)).results())
                    .map(found -> Stream.of(1, 2, 3)
                            .map(found::group)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line as it follows from the permission alone; a rule of ownership is for people to write into it. */
    static String proposal(String path) {
        boolean signedIn = PageAccess.isProtected(path);
        return "%-36s".formatted(path)
                + Arrays.stream(Who.values())
                        .map(who -> !signedIn
                                ? "200"
                                : who == Who.ANONYMOUS
                                        ? "sign-in"
                                        : PageAccess.of(path.replaceFirst("/\\*$", ""))
                                                        .filter(who::may)
                                                        .isPresent()
                                                ? "200"
                                                : "403")
                        .map("  %-7s"::formatted)
                        .collect(Collectors.joining())
                        .stripTrailing();
    }

    /** Whether the reader takes that annotation for something that answers. */
    static boolean isEndPoint(String annotation) {
        return END_POINT.matcher(annotation).find();
    }
}

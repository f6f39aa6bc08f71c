package org.smeportal.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import jakarta.servlet.annotation.WebServlet;
import java.beans.Introspector;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.smeportal.security.PageAccess;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Pages, checked without a server: what they may not hold, and that everything they name exists. */
class FaceletsTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final String FACELETS = "jakarta.faces.facelets";
    private static final String HTML = "http://www.w3.org/1999/xhtml";
    private static final String COMPONENTS = "jakarta.faces.html";
    private static final String CORE = "jakarta.faces.core";
    private static final String TAGS = "http://smeportal.org/tags";

    /** Names that expressions know from the server. */
    private static final Set<String> IMPLICIT = Set.of(
            "requestScope",
            "facesContext",
            "component",
            "param",
            "resource",
            "request",
            "view",
            "flash",
            "initParam",
            "cookie",
            "header",
            "cc",
            "m");

    /** Attributes that people read or hear. */
    private static final Set<String> SPOKEN =
            Set.of("title", "alt", "aria-label", "placeholder", "label", "hint", "summary", "aria-description");

    private static final Map<Path, Document> PAGES = parseAll();
    private static final Map<String, Class<?>> BEANS = beans();
    private static final Map<String, String> TEXTS = Bundles.texts();

    @Test
    void noInlineStylesScriptsOrHandlers() {
        check((file, element, found) -> {
            attributes(element).forEach(attribute -> {
                String name = localName(attribute);
                if (name.equals("style")
                        || (name.matches("on[a-z]+") && !name.equals("on"))
                        || (name.equals("escape")
                                && attribute.getValue().equals("false")
                                && !isSanitised(file, element))) {
                    found.accept(element, attribute.getName() + "=\"" + attribute.getValue() + "\"");
                }
                if (attribute.getValue().strip().toLowerCase(Locale.ROOT).startsWith("javascript:")) {
                    found.accept(element, attribute.getName() + " holds a script");
                }
            });
            if (is(element, HTML, "script") || is(element, HTML, "style")) {
                found.accept(element, "belongs into resources");
            }
        });
    }

    /** The one place where HTML is shown as it is: what the tag for Markdown has cleaned before. */
    private static boolean isSanitised(Path file, Element element) {
        return file.equals(Path.of("WEB-INF/tags/markdown.xhtml"))
                && element.getAttribute("value").equals("#{markdown.html(source)}");
    }

    @Test
    void noTagsThatTheContentSecurityPolicyOrPlainLinksRuleOut() {
        Set<String> banned = Set.of("ajax", "commandLink", "websocket");
        check((file, element, found) -> {
            boolean faces = element.getNamespaceURI() != null
                    && !element.getNamespaceURI().equals(HTML);
            if (faces && banned.contains(element.getLocalName())) {
                found.accept(element, "is not used here");
            }
        });
    }

    @Test
    void includedFilesAndTemplatesArePlainPathsThatExist() {
        check((file, element, found) -> {
            if (FACELETS.equals(element.getNamespaceURI())) {
                for (String name : List.of("template", "src")) {
                    String path = element.getAttribute(name);
                    if (!path.isEmpty()
                            && (path.contains("{")
                                    || !path.startsWith("/WEB-INF/")
                                    || !Files.exists(WEBAPP.resolve(path.substring(1))))) {
                        found.accept(element, name + "=\"" + path + "\"");
                    }
                }
            }
        });
    }

    @Test
    void everyTextComesFromTheBundles() {
        check((file, element, found) -> {
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getNodeType() == Node.TEXT_NODE
                        && hasWords(Expressions.without(child.getTextContent()))
                        && !isLiteral(element)) {
                    found.accept(element, child.getTextContent().strip());
                }
            }
            attributes(element)
                    .filter(attribute -> SPOKEN.contains(localName(attribute)) || isCaption(element, attribute))
                    .filter(attribute -> hasWords(Expressions.without(attribute.getValue())))
                    .forEach(attribute -> found.accept(element, attribute.getName() + "=" + attribute.getValue()));
        });
    }

    /** Addresses and codes in typewriter letters, and ornaments that are hidden from screen readers. */
    private static boolean isLiteral(Element element) {
        return (" " + element.getAttribute("class") + " ").contains(" mono ")
                || element.getAttribute("aria-hidden").equals("true");
    }

    private static boolean isCaption(Element element, Attr attribute) {
        String name = element.getLocalName();
        return localName(attribute).equals("value")
                && COMPONENTS.equals(element.getNamespaceURI())
                && (name.equals("commandButton") || name.equals("button") || name.startsWith("output"));
    }

    private static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    @Test
    void everyTextThatAPageNamesExists() {
        checkChains((file, element, chain, scope, found) -> {
            if (chain.root().equals("m") && !chain.steps().isEmpty()) {
                key(chain.steps().get(0)).ifPresent(key -> {
                    if (!TEXTS.containsKey(key)) {
                        found.accept(element, "no text " + key);
                    }
                });
            }
            if (chain.root().equals("text") && chain.isMethod("of")) {
                key(chain.steps().get(0)).ifPresent(key -> {
                    if (!TEXTS.containsKey(key)) {
                        found.accept(element, "no text " + key);
                    } else if (chain.steps().get(0).arguments().size() - 1 < arguments(TEXTS.get(key))) {
                        found.accept(element, "too few arguments for " + key);
                    }
                });
            }
        });
    }

    @Test
    void textsWithArgumentsAreNotShownRaw() {
        checkChains((file, element, chain, scope, found) -> {
            if (chain.root().equals("m") && !chain.steps().isEmpty()) {
                key(chain.steps().get(0))
                        .filter(key -> arguments(TEXTS.getOrDefault(key, "")) > 0)
                        .ifPresent(key -> found.accept(element, key + " has arguments: use text.of"));
            }
        });
    }

    private static Optional<String> key(Expressions.Step step) {
        String first = step.arguments().isEmpty() ? "" : step.arguments().get(0);
        return first.matches("'[^']*'") ? Optional.of(first.substring(1, first.length() - 1)) : Optional.empty();
    }

    private static int arguments(String pattern) {
        Matcher matcher = Pattern.compile("\\{(\\d)[,}]").matcher(pattern);
        int most = 0;
        while (matcher.find()) {
            most = Math.max(most, Integer.parseInt(matcher.group(1)) + 1);
        }
        return most;
    }

    @Test
    void everyNameInAnExpressionIsKnownAndHasWhatIsAskedOfIt() {
        checkChains((file, element, chain, scope, found) -> {
            if (IMPLICIT.contains(chain.root())) {
                return;
            }
            Type type = scope.get(chain.root());
            if (type == null) {
                found.accept(element, "unknown name " + chain.root());
                return;
            }
            for (int i = 0; i < chain.steps().size(); i++) {
                Expressions.Step step = chain.steps().get(i);
                Optional<Type> next = Types.step(type, step);
                if (next.isEmpty()) {
                    boolean last = i == chain.steps().size() - 1;
                    if (!(last && step.kind() == Expressions.Kind.PROPERTY && Types.isAction(type, step.name()))) {
                        found.accept(
                                element,
                                Types.raw(type).getSimpleName() + " has no public " + step.name() + " (" + chain.root()
                                        + ")");
                    }
                    return;
                }
                type = next.get();
            }
        });
    }

    @Test
    void whatIsTypedIsTaken() {
        Set<String> inputs = Set.of(
                "inputText",
                "inputSecret",
                "inputHidden",
                "inputTextarea",
                "inputFile",
                "selectOneMenu",
                "selectOneRadio",
                "selectBooleanCheckbox",
                "selectManyCheckbox",
                "selectManyListbox");
        checkChains((file, element, chain, scope, found) -> {
            String value = element.getAttribute("value");
            boolean input = COMPONENTS.equals(element.getNamespaceURI()) && inputs.contains(element.getLocalName());
            if (!input || chain.steps().isEmpty() || !value.startsWith("#{" + chain.root() + ".")) {
                return;
            }
            Type owner = scope.getOrDefault(chain.root(), Object.class);
            for (Expressions.Step step : chain.steps().subList(0, chain.steps().size() - 1)) {
                owner = Types.step(owner, step).orElse(Object.class);
            }
            Expressions.Step last = chain.steps().get(chain.steps().size() - 1);
            if (value.endsWith("." + last.name() + "}") && !Types.isWritable(owner, last.name())) {
                found.accept(element, "cannot write " + value);
            }
        });
    }

    @Test
    void everyEnumThatIsShownHasItsTexts() {
        checkChains((file, element, chain, scope, found) -> {
            boolean status = is(element, TAGS, "status")
                    && Expressions.in(element.getAttribute("value")).stream()
                            .anyMatch(e -> Expressions.chains(e).contains(chain));
            if (status) {
                end(chain, scope)
                        .ifPresent(type -> texts(type).forEach(key -> found.accept(element, "no text " + key)));
            }
            if (chain.root().equals("text") && chain.isMethod("ofConstant")) {
                Expressions.chains(chain.steps().get(0).arguments().get(0)).stream()
                        .flatMap(argument -> end(argument, scope).stream())
                        .flatMap(type -> texts(type).stream())
                        .forEach(key -> found.accept(element, "no text " + key));
            }
        });
    }

    private static Optional<Type> end(Expressions.Chain chain, Map<String, Type> scope) {
        Optional<Type> type = Optional.ofNullable(scope.get(chain.root()));
        for (Expressions.Step step : chain.steps()) {
            type = type.flatMap(from -> Types.step(from, step));
        }
        return type;
    }

    private static List<String> texts(Type type) {
        Class<?> raw = Types.raw(type);
        return raw.isEnum()
                ? Arrays.stream(raw.getEnumConstants())
                        .map(constant -> raw.getSimpleName() + "." + ((Enum<?>) constant).name())
                        .filter(key -> !TEXTS.containsKey(key))
                        .toList()
                : List.of();
    }

    @Test
    void everyPageBehindTheSignInHasItsPermission() {
        List<String> unknown = PAGES.keySet().stream()
                .filter(file -> file.startsWith("app"))
                .map(file -> "/" + file.toString().replace(".xhtml", ""))
                .filter(path -> PageAccess.of(path).isEmpty())
                .toList();
        assertThat(unknown).isEmpty();
    }

    @Test
    void idsAreUniqueOnEachPageAndLabelsPointToOne() {
        List<String> wrong = new ArrayList<>();
        PAGES.keySet().stream().filter(file -> !file.startsWith("WEB-INF")).forEach(file -> {
            List<String> ids = new ArrayList<>();
            List<String> targets = new ArrayList<>();
            collectIds(file, new HashSet<>(), ids, targets);
            Set<String> seen = new HashSet<>();
            ids.stream().filter(id -> !seen.add(id)).forEach(id -> wrong.add(file + ": id " + id + " stands twice"));
            targets.stream()
                    .filter(target -> !seen.contains(target))
                    .forEach(target -> wrong.add(file + ": a label points to " + target + ", which is not there"));
        });
        assertThat(wrong).isEmpty();
    }

    private static void collectIds(Path file, Set<Path> visited, List<String> ids, List<String> targets) {
        if (!visited.add(file)) {
            return;
        }
        elements(PAGES.get(file)).forEach(element -> {
            String id = element.getAttribute("id");
            if (!id.isEmpty() && !id.contains("{")) {
                ids.add(id);
            }
            String target = element.getAttribute("for");
            if (!target.isEmpty() && !target.contains("{")) {
                targets.add(target);
            }
            reached(element).forEach(other -> collectIds(other, visited, ids, targets));
        });
    }

    @Test
    void whatIsRepeatedHasNoFixedId() {
        check((file, element, found) -> {
            boolean plain = HTML.equals(element.getNamespaceURI());
            String id = element.getAttribute("id");
            if (plain && !id.isEmpty() && !id.contains("{") && isRepeated(element)) {
                found.accept(element, "id " + id);
            }
        });
    }

    /** Such a name is the server’s wherever it is asked for, and the page answers with an error. */
    @Test
    void whatIsRepeatedHasNoNameThatTheServerKnows() {
        check((file, element, found) -> {
            for (String attribute : List.of("var", "varStatus")) {
                String name = element.getAttribute(attribute);
                if (IMPLICIT.contains(name)) {
                    found.accept(element, attribute + " " + name);
                }
            }
        });
    }

    private static boolean isRepeated(Node node) {
        return node instanceof Element element
                && (is(element, FACELETS, "repeat") || isRepeated(element.getParentNode()));
    }

    @Test
    void everyLinkWithinThePortalLeadsSomewhere() {
        Set<String> known = new TreeSet<>();
        PAGES.keySet().stream()
                .filter(file -> !file.startsWith("WEB-INF"))
                .forEach(file -> known.add("/" + file.toString().replace(".xhtml", "")));
        classes().forEach(type -> {
            WebServlet servlet = type.getAnnotation(WebServlet.class);
            if (servlet != null) {
                known.addAll(List.of(servlet.value()));
                known.addAll(List.of(servlet.urlPatterns()));
            }
        });
        known.remove("");
        known.add("/");
        check((file, element, found) -> attributes(element)
                .filter(a -> Set.of("href", "action", "to").contains(localName(a)))
                .map(Attr::getValue)
                .filter(value -> value.startsWith("/"))
                .filter(value -> known.stream().noneMatch(page -> leadsTo(page, value)))
                .forEach(value -> found.accept(element, "leads nowhere: " + value)));
    }

    private static boolean leadsTo(String page, String link) {
        String path = link.replaceFirst("[?#].*", "");
        if (page.endsWith("/*")) {
            return path.startsWith(page.substring(0, page.length() - 1));
        }
        return path.equals(page) || (!page.equals("/") && path.startsWith(page + "/"));
    }

    @Test
    void pagesStayReadable() {
        assertThat(PAGES.keySet())
                .allSatisfy(
                        file -> assertThat(Bundles.read(WEBAPP.resolve(file)).lines())
                                .as(file.toString())
                                .hasSizeLessThanOrEqualTo(200));
    }

    // ---- how pages are read

    private interface Check {
        void of(Path file, Element element, BiConsumer<Element, String> found);
    }

    private interface ChainCheck {
        void of(
                Path file,
                Element element,
                Expressions.Chain chain,
                Map<String, Type> scope,
                BiConsumer<Element, String> found);
    }

    private static void check(Check check) {
        List<String> all = new ArrayList<>();
        PAGES.forEach((file, page) -> elements(page)
                .forEach(element ->
                        check.of(file, element, (at, what) -> all.add(file + " <" + at.getTagName() + "> " + what))));
        assertThat(all).isEmpty();
    }

    private static void checkChains(ChainCheck check) {
        check((file, element, found) -> {
            Map<String, Type> scope = null;
            for (String expression : expressions(element)) {
                scope = scope == null ? scope(file, element, 0) : scope;
                Map<String, Type> names = new HashMap<>(scope);
                lambdaNames(expression).forEach(name -> names.put(name, Object.class));
                for (Expressions.Chain chain : Expressions.chains(expression)) {
                    check.of(file, element, chain, names, found);
                }
            }
        });
    }

    private static List<String> lambdaNames(String expression) {
        Matcher matcher = Pattern.compile("([A-Za-z_$][\\w$]*)\\s*->").matcher(expression);
        List<String> names = new ArrayList<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static List<String> expressions(Element element) {
        List<String> found = new ArrayList<>();
        attributes(element).forEach(attribute -> found.addAll(Expressions.in(attribute.getValue())));
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                found.addAll(Expressions.in(child.getTextContent()));
            }
        }
        return found;
    }

    /** What an expression at this place may name: beans, variables of loops around it, parameters and tag attributes. */
    private static Map<String, Type> scope(Path file, Element element, int depth) {
        Map<String, Type> scope = new HashMap<>(BEANS);
        tagAttributes(file).forEach(name -> scope.put(name, Object.class));
        if (depth < 5) {
            includersOf(file).forEach(include -> scope.putAll(scopeOf(include, depth + 1)));
        }
        List<Element> around = new ArrayList<>();
        for (Node node = element; node instanceof Element outer; node = node.getParentNode()) {
            around.add(0, outer);
        }
        for (Element outer : around) {
            String variable = outer.getAttribute("var");
            if (!variable.isEmpty()) {
                scope.put(variable, loopType(outer, scope));
            }
            if (!outer.getAttribute("varStatus").isEmpty()) {
                scope.put(outer.getAttribute("varStatus"), Object.class);
            }
            children(outer)
                    .filter(child -> is(child, FACELETS, "param"))
                    .forEach(child ->
                            scope.put(child.getAttribute("name"), valueType(child.getAttribute("value"), scope)));
        }
        return scope;
    }

    private static Type loopType(Element loop, Map<String, Type> scope) {
        Type type = valueType(loop.getAttribute("value"), scope);
        return is(loop, CORE, "viewParam") ? type : Types.elementOf(type);
    }

    private static Type valueType(String value, Map<String, Type> scope) {
        List<String> expressions = Expressions.in(value);
        if (expressions.size() != 1 || !Expressions.without(value).isBlank()) {
            return Object.class;
        }
        List<Expressions.Chain> chains = Expressions.chains(expressions.get(0));
        boolean single = chains.size() == 1 && !expressions.get(0).matches(".*[?+=!<>].*|.*\\b(not|empty|eq|ne)\\b.*");
        return single ? end(chains.get(0), scope).orElse(Object.class) : Object.class;
    }

    private record Include(Path file, Element element) {}

    private static final Map<Path, List<Include>> INCLUDERS = new HashMap<>();
    private static final Map<Element, Map<String, Type>> SCOPES = new IdentityHashMap<>();

    /** Each place is asked for by every element of what it includes. */
    private static Map<String, Type> scopeOf(Include include, int depth) {
        Map<String, Type> known = SCOPES.get(include.element());
        if (known == null) {
            known = scope(include.file(), include.element(), depth);
            SCOPES.put(include.element(), known);
        }
        return known;
    }

    private static List<Include> includersOf(Path included) {
        List<Include> known = INCLUDERS.get(included);
        if (known == null) {
            known = findIncluders(included);
            INCLUDERS.put(included, known);
        }
        return known;
    }

    private static List<Include> findIncluders(Path included) {
        List<Include> includers = new ArrayList<>();
        PAGES.forEach((file, page) -> elements(page)
                .filter(element -> reached(element).contains(included))
                .forEach(element -> includers.add(new Include(file, element))));
        return includers;
    }

    /** Files that become part of the page by this element: included, decorated with, or its template. */
    private static List<Path> reached(Element element) {
        if (!FACELETS.equals(element.getNamespaceURI())) {
            return List.of();
        }
        return java.util.stream.Stream.of(element.getAttribute("src"), element.getAttribute("template"))
                .filter(path -> path.startsWith("/"))
                .map(path -> Path.of(path.substring(1)))
                .filter(PAGES::containsKey)
                .toList();
    }

    private static Set<String> tagAttributes(Path file) {
        if (!file.startsWith("WEB-INF/tags")) {
            return Set.of();
        }
        Document library = parse(WEBAPP.resolve("WEB-INF/portal.taglib.xml"));
        String source = "tags/" + file.getFileName();
        return elements(library)
                .filter(element -> element.getLocalName().equals("tag"))
                .filter(tag -> children(tag)
                        .anyMatch(child -> child.getLocalName().equals("source")
                                && child.getTextContent().strip().equals(source)))
                .flatMap(tag ->
                        children(tag).filter(child -> child.getLocalName().equals("attribute")))
                .flatMap(attribute ->
                        children(attribute).filter(child -> child.getLocalName().equals("name")))
                .map(name -> name.getTextContent().strip())
                .collect(Collectors.toSet());
    }

    private static Map<String, Class<?>> beans() {
        Map<String, Class<?>> beans = new TreeMap<>();
        classes().forEach(type -> {
            Named named = type.getAnnotation(Named.class);
            if (named != null) {
                String name = named.value().isEmpty() ? Introspector.decapitalize(type.getSimpleName()) : named.value();
                assertThat(beans.put(name, type)).as("a second bean " + name).isNull();
            }
        });
        return beans;
    }

    private static List<? extends Class<?>> classes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.smeportal").stream()
                        .filter(type -> type.isAnnotatedWith(Named.class) || type.isAnnotatedWith(WebServlet.class))
                        .map(type -> type.reflect())
                        .toList();
    }

    private static Map<Path, Document> parseAll() {
        Map<Path, Document> pages = new TreeMap<>();
        Bundles.walk(WEBAPP, ".xhtml").forEach(file -> pages.put(WEBAPP.relativize(file), parse(file)));
        return pages;
    }

    private static Document parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            builder.setErrorHandler(null);
            return builder.parse(file.toFile());
        } catch (Exception e) {
            throw new AssertionError(file + " is not well-formed: " + e.getMessage(), e);
        }
    }

    private static java.util.stream.Stream<Element> elements(Document page) {
        List<Element> elements = new ArrayList<>();
        collect(page.getDocumentElement(), elements);
        return elements.stream();
    }

    private static void collect(Element element, List<Element> into) {
        into.add(element);
        children(element).forEach(child -> collect(child, into));
    }

    private static java.util.stream.Stream<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children.stream();
    }

    private static java.util.stream.Stream<Attr> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        List<Attr> found = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                found.add(attribute);
            }
        }
        return found.stream();
    }

    private static String localName(Attr attribute) {
        return attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
    }

    private static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }
}

package org.smeportal.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smeportal.platform.MessageBundle;

/** Every text that is asked for exists, every text that exists is asked for, and each can be formatted. */
class TextsTest {
    private static final Map<String, String> TEXTS = Bundles.texts();

    private static final String SOURCES = Stream.of(
                    Bundles.walk(Path.of("src/main/java"), ".java"),
                    Bundles.walk(Path.of("src/main/webapp"), ".xhtml"),
                    Bundles.walk(Path.of("src/main/resources/mail"), ""))
            .flatMap(List::stream)
            .filter(java.nio.file.Files::isRegularFile)
            .map(Bundles::read)
            .collect(Collectors.joining("\n"));

    /**
     * Beginnings of keys that the code puts together, such as "invitations.mail." and a kind: they stand in the sources with
     * feature, group and a dot at the end. Every other key stands there as a whole, so that it can be found by its name.
     */
    private static final Set<String> PUT_TOGETHER = Pattern.compile("[\"']([a-z]+\\.[A-Za-z][A-Za-z0-9_.-]*\\.)[\"']")
            .matcher(SOURCES)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    /** Whatever stands in quotes and could be a key. */
    private static final Set<String> QUOTED = Pattern.compile("(?<=\"|')[A-Za-z][A-Za-z0-9_.-]*(?=\"|')")
            .matcher(SOURCES)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());

    @Test
    void everyTextIsAMessageFormat() {
        List<String> broken = new ArrayList<>();
        TEXTS.forEach((key, pattern) -> {
            try {
                String sentence = new MessageFormat(pattern, Locale.ENGLISH).format(new Object[] {1, 2, 3, 4, 5});
                if (sentence.isBlank()) {
                    broken.add(key + " is empty");
                }
            } catch (IllegalArgumentException e) {
                broken.add(key + ": " + e.getMessage());
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void textsHaveTypographicApostrophesBecauseStraightOnesSwallowArguments() {
        assertThat(TEXTS).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("'"));
    }

    @Test
    void textsAreCalm() {
        assertThat(TEXTS)
                .allSatisfy((key, text) -> assertThat(text.toLowerCase(Locale.ROOT))
                        .as(key)
                        .doesNotContain("!", "please", "successfully", "invalid", "oops"));
    }

    @Test
    void aFileHoldsTheTextsOfItsFeatureAndOfEnumsOnly() {
        List<String> strays = new ArrayList<>();
        for (Path file : Bundles.files()) {
            String feature = file.getFileName().toString().replace(".properties", "");
            Bundles.textsOf(file).keySet().stream()
                    .filter(key -> !key.startsWith((feature.equals("faces") ? "jakarta.faces" : feature) + ".")
                            && !Character.isUpperCase(key.charAt(0)))
                    .forEach(key -> strays.add(file.getFileName() + ": " + key));
        }
        assertThat(strays).isEmpty();
    }

    @Test
    void everyFileIsReadByTheBundleAndNoKeyStandsTwice() {
        Set<String> read = new MessageBundle().keySet();
        assertThat(read).containsExactlyInAnyOrderElementsOf(TEXTS.keySet());
        Map<String, Long> counts = Bundles.files().stream()
                .flatMap(file -> Bundles.read(file).lines())
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        assertThat(counts).allSatisfy((key, count) -> assertThat(count).as(key).isEqualTo(1));
    }

    @Test
    void everyEnumWithTextsHasOneForEachConstant() {
        Map<String, Set<String>> constants = new HashMap<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.smeportal").stream()
                        .filter(JavaClass::isEnum)
                        .forEach(type -> constants
                                .computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                                .addAll(Stream.of(type.reflect().getEnumConstants())
                                        .map(constant -> ((Enum<?>) constant).name())
                                        .toList()));
        Map<String, Set<String>> named = new HashMap<>();
        TEXTS.keySet().stream()
                .filter(key -> Character.isUpperCase(key.charAt(0)))
                .forEach(key -> named.computeIfAbsent(key.substring(0, key.indexOf('.')), name -> new TreeSet<>())
                        .add(key.substring(key.indexOf('.') + 1)));
        assertThat(named)
                .isNotEmpty()
                .allSatisfy((type, names) -> assertThat(names).as(type).isEqualTo(constants.get(type)));
    }

    @Test
    void everyTextThatTheCodeNamesExists() {
        Pattern literal = Pattern.compile("\"(("
                + Bundles.files().stream()
                        .map(file -> file.getFileName().toString().replace(".properties", ""))
                        .collect(Collectors.joining("|"))
                + ")\\.[A-Za-z][A-Za-z0-9_.-]*)\"");
        List<String> missing = new ArrayList<>();
        for (Path file : Bundles.walk(Path.of("src/main/java"), ".java")) {
            Matcher matcher = literal.matcher(Bundles.read(file));
            while (matcher.find()) {
                String key = matcher.group(1);
                if (!TEXTS.containsKey(key) && !(key.endsWith(".") && isPutTogether(key))) {
                    missing.add(file.getFileName() + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        List<String> unused = TEXTS.keySet().stream()
                .filter(key -> !Character.isUpperCase(key.charAt(0)) && !isPutTogether(key))
                .filter(key -> !key.startsWith("jakarta.faces."))
                .filter(key -> !QUOTED.contains(key))
                .toList();
        assertThat(unused).isEmpty();
    }

    private static boolean isPutTogether(String key) {
        return PUT_TOGETHER.stream().anyMatch(key::startsWith);
    }
}

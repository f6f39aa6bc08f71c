package org.smeportal.conventions;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The message files as they lie in the sources. */
final class Bundles {
    static final Path FOLDER = Path.of("src/main/resources/messages");

    private Bundles() {}

    static List<Path> files() {
        return walk(FOLDER, ".properties");
    }

    /** All texts by key. */
    static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files()) {
            texts.putAll(textsOf(file));
        }
        return texts;
    }

    static Map<String, String> textsOf(Path file) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    static List<Path> walk(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

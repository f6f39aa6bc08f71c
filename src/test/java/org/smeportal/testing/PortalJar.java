package org.smeportal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Jars that are made of the one under test: with classes of tests in the application, without some of its own. */
public final class PortalJar {
    private PortalJar() {}

    /** Writes one into the folder; {@code without} says which classes go, by their simple names. */
    public static Path with(Path folder, Predicate<String> without, Class<?>... added) {
        try {
            Path jar = Files.copy(PortalProcess.JAR, folder.resolve("portal.jar"), StandardCopyOption.REPLACE_EXISTING);
            Path war = folder.resolve("portal.war");
            try (FileSystem outer = zip(jar)) {
                Path inside = outer.getPath("/MICRO-INF/sme-portal.war");
                Files.copy(inside, war, StandardCopyOption.REPLACE_EXISTING);
                try (FileSystem inner = zip(war)) {
                    Path classes = inner.getPath("/WEB-INF/classes");
                    remove(classes, without);
                    for (Class<?> one : added) {
                        add(classes, one);
                    }
                }
                Files.copy(war, inside, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(war);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path classes, Predicate<String> without) throws IOException {
        List<Path> gone;
        try (Stream<Path> files = Files.walk(classes)) {
            gone = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> without.test(file.getFileName().toString().replace(".class", "")))
                    .toList();
        }
        for (Path file : gone) {
            Files.delete(file);
        }
    }

    /** The class and those within it. */
    private static void add(Path classes, Class<?> one) throws IOException {
        Path to = Files.createDirectories(classes.resolve(one.getPackageName().replace('.', '/')));
        try (Stream<Path> compiled =
                Files.list(Path.of(Objects.requireNonNull(one.getResource(one.getSimpleName() + ".class"))
                                .getPath())
                        .getParent())) {
            for (Path code : compiled.filter(
                            file -> file.getFileName().toString().matches(one.getSimpleName() + "(\\$.*)?\\.class"))
                    .toList()) {
                Files.copy(code, to.resolve(code.getFileName().toString()));
            }
        }
    }

    private static FileSystem zip(Path file) throws IOException {
        return FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of("compressionMethod", "STORED"));
    }
}

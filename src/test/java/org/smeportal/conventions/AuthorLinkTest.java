package org.smeportal.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who wrote an item is read in few places, each of which answers the author alone, or yes and no; one is the act that shows it (R6.1). */
class AuthorLinkTest {
    private static final List<String> KNOW = List.of(
            "AuthorGuard.java",
            "AuthorMails.java",
            "AuthorName.java",
            "ItemData.java",
            "OwnFeedback.java",
            "OwnItems.java",
            "WritingTargets.java");

    @Test
    void onlyThoseKnowTheTableOfAuthors() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile).filter(AuthorLinkTest::namesIt))
                    .extracting(file -> file.getFileName().toString())
                    .isSubsetOf(KNOW);
        }
    }

    private static boolean namesIt(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("item_author");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

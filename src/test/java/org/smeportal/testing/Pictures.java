package org.smeportal.testing;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages in {@code target/screenshots}: to be looked at with {@code -Dpictures=true}, and of every failure. */
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final boolean WANTED = Boolean.getBoolean("pictures");

    private Pictures() {}

    /** Of a page that a test passes by. */
    public static void take(Page shown, String file) {
        if (WANTED) {
            ofFailure(shown, file);
        }
    }

    public static void ofFailure(Page shown, String file) {
        shown.screenshot(
                new Page.ScreenshotOptions().setPath(FOLDER.resolve(file)).setFullPage(true));
    }
}

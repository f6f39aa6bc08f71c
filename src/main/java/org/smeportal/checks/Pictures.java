package org.smeportal.checks;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

/** The alternative texts of the images of an item, in the order in which they stand; empty where there is none. */
public final class Pictures {
    private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]\\n]*)\\]");

    private Pictures() {}

    public static List<String> alternatives(ItemText text) {
        return Stream.concat(
                        Stream.of(text.scenario(), text.question()),
                        text.options().stream().map(ItemOption::text))
                .flatMap(part -> IMAGE.matcher(part).results().map(Pictures::alternative))
                .toList();
    }

    private static String alternative(MatchResult image) {
        return image.group(1).strip();
    }
}

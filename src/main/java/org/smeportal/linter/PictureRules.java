package org.smeportal.linter;

import static org.smeportal.linter.ExamWords.Kind.COLOUR;
import static org.smeportal.linter.ExamWords.Kind.COLOUR_NOUN;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people who do not see the picture miss: L26 (no alternative text, "shown above", colour words alone). */
final class PictureRules {
    private static final Pattern WITHOUT_ALT = Pattern.compile("!\\[\\s{0,100}+\\]\\s?[(\\[]");
    private static final Pattern BY_PLACE = Pattern.compile(
            "\\b(?:shown|depicted|pictured|listed|given|described|displayed|(?:figure|diagram|table|exhibit|image|picture|graphic|screenshot))\\s+(?:above|below)\\b"
                    + "|\\b(?:above|below)\\s+(?:figure|diagram|table|exhibit|image|picture|graphic|screenshot)\\b",
            Pattern.CASE_INSENSITIVE);

    private PictureRules() {}

    static void check(Checked item) {
        for (Prose text : item.texts()) {
            Matcher picture = WITHOUT_ALT.matcher(text.plain);
            while (picture.find()) {
                item.add(Rule.L26, Level.ERROR, text.place(picture.start(), picture.end()), "noAltText");
            }
            Matcher place = BY_PLACE.matcher(text.plain);
            if (place.find()) {
                item.add(Rule.L26, Level.WARNING, text.place(place.start(), place.end()), "byPlace", place.group());
            }
            for (int i = 0; i + 1 < text.words.size(); i++) {
                Prose.Word colour = text.words.get(i);
                Prose.Word noun = text.words.get(i + 1);
                if (item.words().has(COLOUR, colour.lower()) && item.words().has(COLOUR_NOUN, noun.lower())) {
                    item.add(
                            Rule.L26,
                            Level.WARNING,
                            text.place(colour.from(), noun.to()),
                            "byColour",
                            colour.text() + " " + noun.text());
                    break;
                }
            }
        }
    }
}

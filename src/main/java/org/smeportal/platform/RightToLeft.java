package org.smeportal.platform;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Hebrew and Arabic on paper, with what the JDK knows: the order of the letters from {@link Bidi}, the joined forms of
 * Arabic letters from the names of the characters that Unicode keeps for them.
 */
class RightToLeft implements BidiReorderer {

    /** Of a letter: alone, after another one (final), before another one (initial), between two (medial). */
    private static final Map<Integer, int[]> FORMS = new HashMap<>();

    private static final int ALONE = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final int LAM = 0x0644;

    static {
        learn(0xFB50, 0xFBFF);
        learn(0xFE80, 0xFEFC);
    }

    private static void learn(int from, int to) {
        for (int form = from; form <= to; form++) {
            String name = Character.isDefined(form) ? String.valueOf(Character.getName(form)) : "";
            String letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            if (letters.codePointCount(0, letters.length()) <= 2 && name.endsWith(" FORM")) {
                FORMS.computeIfAbsent(key(letters), none -> new int[4])[place(name)] = form;
            }
        }
    }

    /** A letter, or lam with the alef that it is written with as one. */
    private static int key(String letters) {
        return letters.length() == 1 ? letters.charAt(0) : letters.charAt(0) << 16 | letters.charAt(1);
    }

    private static int place(String name) {
        return name.endsWith("INITIAL FORM")
                ? INITIAL
                : name.endsWith("MEDIAL FORM") ? MEDIAL : name.endsWith("FINAL FORM") ? FINAL : ALONE;
    }

    @Override
    public String shapeText(String text) {
        StringBuilder shaped = new StringBuilder();
        boolean joined = false;
        for (int at = 0; at < text.length(); at++) {
            int[] pair = at + 1 < text.length() && text.charAt(at) == LAM
                    ? FORMS.get(key(text.substring(at, at + 2)))
                    : null;
            int[] forms = pair == null ? FORMS.get((int) text.charAt(at)) : pair;
            if (forms == null) {
                boolean mark = Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK;
                joined = joined && mark;
                shaped.append(text.charAt(at));
                continue;
            }
            at += pair == null ? 0 : 1;
            boolean joins = forms[INITIAL] != 0 && joinsNext(text, at + 1);
            int form = forms[joined ? joins ? MEDIAL : FINAL : joins ? INITIAL : ALONE];
            shaped.append(form == 0 ? text.charAt(at) : (char) form);
            joined = joins;
        }
        return shaped.toString();
    }

    private static boolean joinsNext(String text, int at) {
        int next = at;
        while (next < text.length() && Character.getType(text.charAt(next)) == Character.NON_SPACING_MARK) {
            next++;
        }
        int[] forms = next < text.length() ? FORMS.get((int) text.charAt(next)) : null;
        return forms != null && forms[FINAL] != 0;
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
        byte[] levels = new byte[bidi.getRunCount()];
        Object[] runs = new Object[levels.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            StringBuilder run = new StringBuilder(text.substring(bidi.getRunStart(i), bidi.getRunLimit(i)));
            runs[i] = levels[i] % 2 == 0 ? run : run.reverse();
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        StringBuilder visible = new StringBuilder();
        for (Object run : runs) {
            visible.append(run);
        }
        return visible.toString();
    }

    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** Where the direction changes within a paragraph. */
    static class Splitter implements BidiSplitter {

        private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

        @Override
        public void setParagraph(String paragraph, byte direction) {
            bidi = new Bidi(
                    paragraph,
                    direction == RTL
                            ? Bidi.DIRECTION_RIGHT_TO_LEFT
                            : direction == LTR ? Bidi.DIRECTION_LEFT_TO_RIGHT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        }

        @Override
        public int countTextRuns() {
            return bidi.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            int start = bidi.getRunStart(run);
            return new BidiTextRun(start, bidi.getRunLimit(run) - start, bidi.getRunLevel(run) % 2 == 0 ? LTR : RTL);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
        }
    }
}

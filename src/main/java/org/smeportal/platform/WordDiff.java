package org.smeportal.platform;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is different between two versions of a Markdown text: by paragraph, and by word within a paragraph that changed. Long
 * stretches that stayed are counted, with one paragraph before and after each difference to read it by.
 */
public final class WordDiff {
    private static final int MOST_WORDS = 1500;
    private static final int MOST_PARAGRAPHS = 3000;

    private WordDiff() {}

    public enum Kind {
        /** As before. */
        SAME,
        /** Only in the former version. */
        REMOVED,
        /** Only in the new version. */
        ADDED
    }

    /** Some words of one kind. */
    public record Piece(Kind kind, String text) {
        public boolean isAdded() {
            return kind == Kind.ADDED;
        }

        public boolean isRemoved() {
            return kind == Kind.REMOVED;
        }
    }

    /** A paragraph, or as many that stayed as {@code skipped} says. */
    public record Paragraph(List<Piece> pieces, int skipped) {
        public boolean isSame() {
            return pieces.stream().allMatch(piece -> piece.kind() == Kind.SAME);
        }
    }

    /** Empty when the words are the same. */
    public static List<Paragraph> between(String former, String now) {
        List<String> old = Markdown.paragraphs(former);
        List<String> fresh = Markdown.paragraphs(now);
        List<Paragraph> all = new ArrayList<>();
        if (old.size() > MOST_PARAGRAPHS || fresh.size() > MOST_PARAGRAPHS) {
            old.forEach(text -> all.add(whole(Kind.REMOVED, text)));
            fresh.forEach(text -> all.add(whole(Kind.ADDED, text)));
            return all;
        }
        for (Hunk hunk : hunks(old, fresh)) {
            hunk.same().forEach(text -> all.add(whole(Kind.SAME, text)));
            int pairs = Math.min(hunk.was().size(), hunk.is().size());
            for (int i = 0; i < pairs; i++) {
                words(hunk.was().get(i), hunk.is().get(i), all);
            }
            hunk.was().stream().skip(pairs).forEach(text -> all.add(whole(Kind.REMOVED, text)));
            hunk.is().stream().skip(pairs).forEach(text -> all.add(whole(Kind.ADDED, text)));
        }
        return all.stream().allMatch(Paragraph::isSame) ? List.of() : shortened(all);
    }

    private static void words(String was, String is, List<Paragraph> all) {
        List<String> old = Arrays.asList(was.split(" "));
        List<String> fresh = Arrays.asList(is.split(" "));
        if (old.size() > MOST_WORDS || fresh.size() > MOST_WORDS) {
            all.add(whole(Kind.REMOVED, was));
            all.add(whole(Kind.ADDED, is));
            return;
        }
        List<Piece> pieces = new ArrayList<>();
        int kept = 0;
        for (Hunk hunk : hunks(old, fresh)) {
            kept += hunk.same().size();
            add(pieces, Kind.SAME, hunk.same());
            add(pieces, Kind.REMOVED, hunk.was());
            add(pieces, Kind.ADDED, hunk.is());
        }
        if (kept * 3 < Math.max(old.size(), fresh.size())) {
            // hardly a word in common: two whole paragraphs read better than crumbs of both
            all.add(whole(Kind.REMOVED, was));
            all.add(whole(Kind.ADDED, is));
        } else {
            all.add(new Paragraph(List.copyOf(pieces), 0));
        }
    }

    /** What stayed, then what of the former stands no more and what stands there now; any of them may be empty. */
    private record Hunk(List<String> same, List<String> was, List<String> is) {
        private Hunk(List<String> same) {
            this(List.copyOf(same), new ArrayList<>(), new ArrayList<>());
        }
    }

    private static List<Hunk> hunks(List<String> old, List<String> fresh) {
        List<Hunk> hunks = new ArrayList<>();
        Hunk last = new Hunk(List.of());
        hunks.add(last);
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                last = new Hunk(delta.getSource().getLines());
                hunks.add(last);
            } else {
                last.was().addAll(delta.getSource().getLines());
                last.is().addAll(delta.getTarget().getLines());
            }
        }
        return hunks;
    }

    /** Of what stayed only the paragraphs beside a difference. */
    private static List<Paragraph> shortened(List<Paragraph> all) {
        List<Paragraph> shown = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; i < all.size(); i++) {
            boolean beside = !all.get(i).isSame()
                    || (i > 0 && !all.get(i - 1).isSame())
                    || (i + 1 < all.size() && !all.get(i + 1).isSame());
            if (beside && skipped > 0) {
                shown.add(new Paragraph(List.of(), skipped));
                skipped = 0;
            }
            if (beside) {
                shown.add(all.get(i));
            } else {
                skipped++;
            }
        }
        if (skipped > 0) {
            shown.add(new Paragraph(List.of(), skipped));
        }
        return shown;
    }

    private static Paragraph whole(Kind kind, String text) {
        return new Paragraph(List.of(new Piece(kind, text)), 0);
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join(" ", words)));
        }
    }
}

package org.smeportal.years;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.smeportal.platform.Text;

/**
 * A year as a picture in the size that links are shown with. It is drawn with the logical font of the machine; words that
 * this font has no letters for are left out rather than shown as boxes. Anybody with a link may ask for it in a loop: the
 * last pictures are kept, and one is drawn at a time.
 */
@Singleton
public class YearPicture {

    public static final int WIDTH = 1200;
    public static final int HEIGHT = 630;

    private static final int MARGIN = 64;
    private static final int INNER = WIDTH - 2 * MARGIN;
    private static final int BARS_BOTTOM = 568;
    private static final int BARS_HEIGHT = 72;

    /** A year of ones is not drawn as if they were much. */
    private static final int FEWEST = 3;

    /** The brand of tokens.css, in light: a picture has no theme. */
    private static final Color GROUND = new Color(0x1f5f5b);

    private static final Color INK = Color.WHITE;
    private static final Color QUIET = new Color(0xcfe3e0);
    private static final Color TRACK = new Color(0x3b7a75);

    static final int KEPT = 64;

    private final Map<YearCard, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true);
    private final Text text;
    private final YearText words;

    @Inject
    public YearPicture(Text text, YearText words) {
        this.text = text;
        this.words = words;
    }

    private record Figure(String number, String label) {}

    /** The same picture for the same content; a year that changed is drawn anew. */
    public synchronized byte[] png(YearCard card) {
        byte[] png = kept.get(card);
        if (png == null) {
            png = drawn(card);
            kept.put(card, png);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return png;
    }

    private byte[] drawn(YearCard card) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            draw(card, pen);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw(YearCard card, Graphics2D pen) {
        pen.setColor(GROUND);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        write(pen, QUIET, font(Font.PLAIN, 24), text.of("years.picture.label"), 84);
        Font title = font(Font.PLAIN, 34);
        String name = words.title(card);
        write(pen, INK, title, canShow(title, name) ? name : text.of("years.picture.unnamed", card.year()), 140);
        Font large = font(Font.BOLD, 46);
        String headline = words.headline(card);
        List<String> lines = wrapped(pen, large, canShow(large, headline) ? headline : words.counts(card), 3);
        for (int i = 0; i < lines.size(); i++) {
            write(pen, INK, large, lines.get(i), 220 + i * 58);
        }
        figures(card, pen);
        bars(card, pen);
    }

    private void figures(YearCard card, Graphics2D pen) {
        List<Figure> figures = List.of(
                new Figure(
                        Integer.toString(card.events()),
                        text.of("years.figure.events", card.events(), card.inPerson(), card.partly())),
                new Figure(words.hours(card.minutes()), text.of("years.figure.hours")),
                new Figure(
                        Integer.toString(card.people()),
                        text.of("years.figure.people", card.people(), card.countries())));
        for (int i = 0; i < figures.size(); i++) {
            int x = MARGIN + i * (INNER / figures.size());
            pen.setColor(INK);
            pen.setFont(font(Font.BOLD, 56));
            pen.drawString(figures.get(i).number(), x, 412);
            pen.setColor(QUIET);
            pen.setFont(font(Font.PLAIN, 21));
            pen.drawString(figures.get(i).label(), x, 446);
        }
    }

    private static void bars(YearCard card, Graphics2D pen) {
        int most = Math.max(
                FEWEST, card.months().stream().mapToInt(MonthRow::total).max().orElse(1));
        int slot = INNER / 12;
        pen.setFont(font(Font.PLAIN, 18));
        FontMetrics letters = pen.getFontMetrics();
        for (int i = 0; i < card.months().size(); i++) {
            MonthRow month = card.months().get(i);
            int height = Math.max(3, month.total() * BARS_HEIGHT / most);
            int x = MARGIN + i * slot;
            pen.setColor(month.total() == 0 ? TRACK : INK);
            pen.fillRoundRect(x, BARS_BOTTOM - height, slot - 28, height, 8, 8);
            pen.setColor(QUIET);
            pen.drawString(month.name(), x + (slot - 28 - letters.stringWidth(month.name())) / 2, BARS_BOTTOM + 28);
        }
    }

    private static void write(Graphics2D pen, Color color, Font font, String line, int y) {
        pen.setColor(color);
        pen.setFont(font);
        pen.drawString(cut(pen.getFontMetrics(), line), MARGIN, y);
    }

    /** Words on lines that fit; what does not fit the last line is cut there. */
    private static List<String> wrapped(Graphics2D pen, Font font, String sentence, int most) {
        FontMetrics metrics = pen.getFontMetrics(font);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (line.length() > 0 && lines.size() < most - 1 && metrics.stringWidth(line + " " + word) > INNER) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String cut(FontMetrics metrics, String line) {
        if (metrics.stringWidth(line) <= INNER) {
            return line;
        }
        int end = line.length();
        while (end > 0 && metrics.stringWidth(line.substring(0, end) + "…") > INNER) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end) + "…";
    }

    private static boolean canShow(Font font, String words) {
        return font.canDisplayUpTo(words) == -1;
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}

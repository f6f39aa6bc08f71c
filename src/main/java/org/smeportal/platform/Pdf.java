package org.smeportal.platform;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import jakarta.inject.Singleton;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * PDF files from templates under {@code pdf/} (Pebble, escaped, well-formed HTML). Nothing is loaded from anywhere else,
 * and the only font is DejaVu Sans: who prints names asks {@link #shows} first.
 */
@Singleton
public class Pdf {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String REGULAR = FONTS + "DejaVuSans.ttf";
    private static final String BOLD = FONTS + "DejaVuSans-Bold.ttf";

    private final PebbleEngine templates = engine();
    private final CmapLookup letters = letters();

    public byte[] render(String template, Map<String, Object> model) {
        StringWriter html = new StringWriter();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            templates.getTemplate(template + ".html").evaluate(html, model, Locale.ENGLISH);
            write(html.toString(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    static void write(String html, ByteArrayOutputStream file) throws IOException {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        // an archive file brings its fonts along: the renderer then never looks for those of the machine
        builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useUriResolver((base, uri) -> null);
        builder.useFont(() -> font(REGULAR), "DejaVu", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font(BOLD), "DejaVu", 700, FontStyle.NORMAL, true);
        builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
        builder.useUnicodeBidiReorderer(new RightToLeft());
        builder.withHtmlContent(html, null);
        builder.toStream(file);
        builder.run();
    }

    /** Whether the font has every letter of it; a text with others would be printed with holes. */
    public boolean shows(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .allMatch(letter -> letters.getGlyphId(letter) > 0);
    }

    private static InputStream font(String path) {
        InputStream font = Pdf.class.getResourceAsStream(path);
        if (font == null) {
            throw new IllegalStateException("no font " + path);
        }
        return font;
    }

    private static CmapLookup letters() {
        try (InputStream in = font(BOLD);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(Pdf.class.getClassLoader());
        loader.setPrefix("pdf");
        return new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
    }
}

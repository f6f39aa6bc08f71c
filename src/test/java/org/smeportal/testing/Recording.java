package org.smeportal.testing;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;

/** What people received, in the order in which they received it, without what is random in any world. */
public final class Recording {
    private static final int LINES_AROUND = 2;
    private static final int LONGEST_LINE = 400;

    private final Masks masks;
    private final Map<String, byte[]> received = new LinkedHashMap<>();
    private final Map<String, Integer> statuses = new LinkedHashMap<>();

    public Recording(Masks masks) {
        this.masks = masks;
    }

    public int size() {
        return received.size();
    }

    /** By the name of what was received. */
    public Map<String, Integer> statuses() {
        return statuses;
    }

    /** The names of what was answered with such a status. */
    public List<String> answered(IntPredicate status) {
        return statuses.entrySet().stream()
                .filter(answer -> status.test(answer.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names of what holds these words. */
    public List<String> with(String words) {
        return received.entrySet().stream()
                .filter(one -> unpacked(one.getValue()).contains(words))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Keeps an answer with its status, its headers, its length and its body. */
    public void add(String name, HttpResponse<byte[]> answer) {
        String body = text(answer.body());
        String masked = masks.of(body);
        StringBuilder text =
                new StringBuilder("status ").append(answer.statusCode()).append('\n');
        headers(answer, masked).forEach((header, value) -> text.append(header + ": " + value + "\n"));
        String whole = masks.of(text.toString()) + "length " + masked.length() + "\n\n" + masked;
        statuses.put(masks.of(name), answer.statusCode());
        add(name, whole, false);
    }

    /** Keeps any other text that somebody received. */
    public void add(String name, String text) {
        add(name, text, true);
    }

    private void add(String name, String text, boolean toMask) {
        if (received.put(masks.of(name), packed(toMask ? masks.of(text) : text)) != null) {
            throw new IllegalStateException("twice: " + name);
        }
    }

    /** The length that was told is checked, and given again without what is random. */
    private static Map<String, String> headers(HttpResponse<byte[]> answer, String masked) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers()
                .map()
                .forEach((name, values) -> headers.put(
                        name.toLowerCase(Locale.ROOT),
                        String.join("\n" + name.toLowerCase(Locale.ROOT) + ": ", values)));
        // of the connection and not of the answer: it ends after so many
        headers.remove("connection");
        String length = headers.get("content-length");
        if (length != null && answer.request().method().equals("HEAD")) {
            // in a page there may be a view state, which has any length, and a print is packed
            String type = headers.getOrDefault("content-type", "");
            headers.computeIfPresent(
                    "content-length", (name, told) -> type.contains("html") || type.contains("pdf") ? "told" : told);
        } else if (length != null) {
            if (!length.equals(Integer.toString(answer.body().length))) {
                throw new IllegalStateException(answer.uri() + " tells a wrong length");
            }
            headers.put("content-length", "masked " + masked.length());
        }
        return headers;
    }

    /** Files are taken apart, because they are packed. */
    static String text(byte[] body) {
        String kind = new String(body, 0, Math.min(4, body.length), StandardCharsets.ISO_8859_1);
        return switch (kind) {
            case "PK\3\4" -> parts(body);
            case "%PDF" -> print(body);
            default -> new String(body, StandardCharsets.UTF_8);
        };
    }

    /** What it says about itself, without the moment when it was made, and what stands on its pages. */
    private static String print(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentInformation about = document.getDocumentInformation();
            return "a print of " + document.getNumberOfPages() + " pages\n"
                    + about.getMetadataKeys().stream()
                            .filter(key -> !key.endsWith("Date"))
                            .map(key -> key + ": " + about.getCustomMetadataValue(key) + "\n")
                            .sorted()
                            .collect(Collectors.joining())
                    + new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String parts(byte[] archive) {
        StringBuilder parts = new StringBuilder();
        try {
            // as a file, because sizes may stand at its end only
            Path file = Files.write(Files.createTempFile("received", ".zip"), archive);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    parts.append("part ").append(entry.getName()).append('\n');
                    parts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                            .replace("><", ">\n<"));
                    parts.append('\n');
                }
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.toString();
    }

    /** The names of what differs, or was received in one world only. */
    public List<String> differences(Recording other) {
        List<String> differ = new ArrayList<>();
        List<String> all = new ArrayList<>(received.keySet());
        other.received.keySet().stream()
                .filter(name -> !received.containsKey(name))
                .forEach(all::add);
        for (String name : all) {
            if (!Arrays.equals(received.get(name), other.received.get(name))) {
                differ.add(name);
            }
        }
        return differ;
    }

    /** What somebody would see who has both, shortened. */
    public String difference(Recording other, String name) {
        List<String> here = lines(name);
        List<String> there = other.lines(name);
        return UnifiedDiffUtils.generateUnifiedDiff(
                        "one world", "the other", here, DiffUtils.diff(here, there), LINES_AROUND)
                .stream()
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " …" : line)
                .collect(Collectors.joining("\n"));
    }

    private List<String> lines(String name) {
        byte[] text = received.get(name);
        return text == null
                ? List.of("not received")
                : Arrays.asList(unpacked(text).split("\n", -1));
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String unpacked(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

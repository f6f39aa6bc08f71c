package org.smeportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of many scripts on paper, and a renderer that fetches nothing. */
class PdfTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë Đặng Nguyễn Ňuñez Łukasz Ğökçe",
                "Ελένη Παπαδοπούλου",
                "Наталія Щербак",
                "Արմեն Պետրոսյան",
                "ნინო ბერიძე",
                "דוד לוי",
                "محمد الشريف",
                "لالا"
            })
    void aNameOfEachScriptOfTheFontCanBeReadInTheFile(String name) throws IOException {
        assertThat(new Pdf().shows(name)).isTrue();
        assertThat(text("<p>" + name + "</p>")).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"अनीता", "山田太郎", "김민준", "สมชาย", "Ana 山"})
    void otherScriptsAreKnownToBeMissing(String name) {
        assertThat(new Pdf().shows(name)).isFalse();
    }

    @Test
    void theFileBringsItsFontsAlong() throws IOException {
        try (PDDocument document = Loader.loadPDF(file("<p>Regular <b>bold</b></p>"))) {
            PDResources resources = document.getPage(0).getResources();
            List<String> fonts = new ArrayList<>();
            for (COSName name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
                fonts.add(resources.getFont(name).getName().replaceFirst("^[A-Z]{6}\\+", ""));
            }
            assertThat(fonts).containsExactlyInAnyOrder("DejaVuSans", "DejaVuSans-Bold");
        }
    }

    @Test
    void neitherTheNetworkNorTheDiskIsRead(@TempDir Path folder) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Path secret = Files.writeString(folder.resolve("secret.css"), "p::after { content: 'secret'; }");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String outside = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.png";
            String text = text("""
                    <link rel="stylesheet" href="%s"/><img src="%s"/><img src="%s"/><p>read</p>
                    """.formatted(secret.toUri(), outside, secret.toUri()));
            assertThat(text).contains("read").doesNotContain("secret");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private static String text(String body) throws IOException {
        try (PDDocument document = Loader.loadPDF(file(body))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static byte[] file(String body) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Pdf.write(
                "<html><head><title>t</title></head><body style=\"font-family: DejaVu\">" + body + "</body></html>",
                file);
        return file.toByteArray();
    }
}

package org.smeportal.applications.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.smeportal.applications.ApplyInviteQueries;
import org.smeportal.kernel.Words;

/** The QR code of a link for many, as SVG: sharp on every screen and on paper. */
@WebServlet("/app/applications/invite-qr/*")
public class QrServlet extends HttpServlet {
    @Inject
    private transient ApplyInviteQueries queries;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo();
        Optional<ApplyInviteQueries.Poster> poster = Optional.ofNullable(
                        Words.uuid(path == null ? null : path.substring(1)))
                .flatMap(queries::poster)
                .filter(found -> found.row().forMany());
        if (poster.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/svg+xml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(svg(poster.get().url()));
    }

    /** Dark squares on white with the quiet zone that readers need, in one path. */
    static String svg(String text) {
        BitMatrix code = code(text);
        StringBuilder squares = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    squares.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="640" height="640" viewBox="0 0 %d %d" shape-rendering="crispEdges"><rect width="100%%" height="100%%" fill="#ffffff"/><path fill="#000000" d="%s"/></svg>""".formatted(code.getWidth(), code.getHeight(), squares);
    }

    private static BitMatrix code(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}

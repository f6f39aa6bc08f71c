package org.smeportal.platform.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code for an SVG: its dark parts as one path, in a square of {@code size} with the quiet zone around. */
public record QrCode(int size, String path) {
    private static final int QUIET = 4;

    public static QrCode of(String content) {
        try {
            ByteMatrix dots = Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < dots.getHeight(); y++) {
                for (int x = 0; x < dots.getWidth(); x++) {
                    if (dots.get(x, y) == 1) {
                        path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                        path.append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(dots.getWidth() + 2 * QUIET, path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("does not fit a QR code", e);
        }
    }

    /** For the attribute {@code viewBox}. */
    public String box() {
        return "0 0 " + size + " " + size;
    }
}

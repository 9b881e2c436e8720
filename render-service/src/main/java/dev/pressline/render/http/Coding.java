package dev.pressline.render.http;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A content coding (RFC 9110, 8.4.1) in which a body is sent: the closed set of those we know, best
 * first. Pure.
 */
enum Coding {
    ZSTD("zstd") {
        @Override
        byte[] encode(byte[] body) {
            return Zstd.compress(body, ZSTD_LEVEL);
        }
    },
    GZIP("gzip") {
        @Override
        byte[] encode(byte[] body) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 3 + 64);
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(body);
            } catch (IOException e) {
                throw new UncheckedIOException("memory takes every byte", e);
            }
            return packed.toByteArray();
        }
    },
    IDENTITY("identity") {
        @Override
        byte[] encode(byte[] body) {
            return body;
        }
    };

    private static final int ZSTD_LEVEL = 3;
    private static final String ANY = "*";

    private final String token;

    Coding(String token) {
        this.token = token;
    }

    /** The body in this coding; the same body gives the same bytes. */
    abstract byte[] encode(byte[] body);

    /** Its name in HTTP headers. */
    String token() {
        return token;
    }

    /**
     * The strong entity tag of a body sent in this coding: each coding has other bytes, so another
     * tag.
     */
    String entityTag(String sha256) {
        return '"' + (this == IDENTITY ? sha256 : sha256 + '-' + token) + '"';
    }

    /**
     * The coding that an {@code Accept-Encoding} header likes best, of equals the smallest one; the
     * plain body without a header, and where everything is refused.
     */
    static Coding preferred(@Nullable String acceptEncoding) {
        Coding best = IDENTITY;
        double liking = 0;
        for (Coding each : values()) {
            double quality = acceptEncoding == null ? 0 : quality(acceptEncoding, each);
            if (quality > liking) {
                best = each;
                liking = quality;
            }
        }
        return best;
    }

    private static double quality(String acceptEncoding, Coding coding) {
        double forAll = 0;
        for (String each : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = each.split(";", 2);
            String name = parts[0].strip();
            double weight = parts.length < 2 ? 1 : weight(parts[1].strip());
            if (name.equals(coding.token)) {
                return weight;
            }
            if (name.equals(ANY)) {
                forAll = weight;
            }
        }
        return forAll;
    }

    private static double weight(String parameter) {
        try {
            return parameter.startsWith("q=") ? Double.parseDouble(parameter.substring(2)) : 1;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

package dev.pressline.images;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an image is built on: nothing, or an image of others that is named by its digest, so that it
 * is the same tomorrow. Immutable.
 *
 * @param reference as Jib takes it
 * @param digest its digest; empty for nothing
 */
public record Base(String reference, Optional<String> digest) {

    /** No image: the C library of this machine is put in. */
    public static final Base SCRATCH = new Base("scratch", Optional.empty());

    private static final Pattern PINNED =
            Pattern.compile("(?<name>[^@\\s]+)@(?<digest>sha256:[0-9a-f]{64})");

    /** Throws {@link LaunchException} for an image without a digest. */
    public static Base parse(String reference) {
        if (reference.equals(SCRATCH.reference())) {
            return SCRATCH;
        }
        Matcher pinned = PINNED.matcher(reference);
        if (!pinned.matches()) {
            throw new LaunchException(
                    "the base " + reference + " has no digest: NAME@sha256:…, or scratch");
        }
        return new Base(reference, Optional.of(pinned.group("digest")));
    }

    /** Of the file {@code bases.properties}: the usual one where Java comes from there. */
    public static Base usual(JavaSource java) {
        Properties bases = new Properties();
        try (InputStream in = Base.class.getResourceAsStream("bases.properties")) {
            bases.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(bases.getProperty(java.name().toLowerCase(Locale.ROOT), ""));
    }

    boolean isScratch() {
        return equals(SCRATCH);
    }

    /** What the image says of it, by the names of the OCI. */
    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        digest.ifPresent(
                it -> {
                    labels.put("org.opencontainers.image.base.name", reference);
                    labels.put("org.opencontainers.image.base.digest", it);
                });
        return labels;
    }
}

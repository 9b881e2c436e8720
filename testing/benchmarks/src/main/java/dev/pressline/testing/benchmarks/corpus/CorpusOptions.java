package dev.pressline.testing.benchmarks.corpus;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What shapes the documents of a corpus. Immutable.
 *
 * @param seed of the random numbers
 * @param publications how many there are; their sizes follow Zipf's law
 * @param mix the weight of each kind of content
 * @param blobs what cover images refer to
 * @param blobDirectory where the bytes of real blobs are written
 * @param median of the size of the text, in bytes; sizes are log-normal
 * @param sigma of the same distribution
 */
record CorpusOptions(
        long seed,
        int publications,
        Map<String, Integer> mix,
        Blobs blobs,
        Optional<Path> blobDirectory,
        double median,
        double sigma) {

    private static final String USUAL_MIX = "plain=25,markdown=25,leaflet=20,pckt=10,mangled=20";

    /** What cover images refer to. */
    enum Blobs {
        /** Well-formed random CIDs. */
        FAKE,
        /** The CIDs of bytes that {@link Identifiers#blobBytes} gives. */
        REAL,
        /** Nothing: no document has a cover image. */
        NONE
    }

    /** Reads the options that are set, without their dashes; the others have their defaults. */
    static CorpusOptions of(Map<String, String> set) {
        return new CorpusOptions(
                Long.parseLong(set.getOrDefault("seed", "42")),
                Integer.parseInt(set.getOrDefault("publications", "50")),
                mix(set.getOrDefault("mix", USUAL_MIX)),
                blobs(set.getOrDefault("blobs", "fake")),
                Optional.ofNullable(set.get("blob-dir")).map(Path::of),
                Double.parseDouble(set.getOrDefault("median", "3600")),
                Double.parseDouble(set.getOrDefault("sigma", "0.9")));
    }

    private static Blobs blobs(String text) {
        return switch (text) {
            case "fake" -> Blobs.FAKE;
            case "real" -> Blobs.REAL;
            case "none" -> Blobs.NONE;
            default ->
                    throw new IllegalArgumentException(
                            "--blobs is fake, real or none, not " + text);
        };
    }

    private static Map<String, Integer> mix(String text) {
        Map<String, Integer> mix = new LinkedHashMap<>();
        for (String each : text.split(",")) {
            String[] kindAndWeight = each.split("=", 2);
            mix.put(kindAndWeight[0], Integer.parseInt(kindAndWeight[1]));
        }
        return mix;
    }
}

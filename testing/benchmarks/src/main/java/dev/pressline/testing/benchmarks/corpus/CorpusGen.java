package dev.pressline.testing.benchmarks.corpus;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The command that writes a corpus of synthetic {@code site.standard} records, one JSON value a
 * line. The same arguments give the same bytes on every JDK and platform: own random numbers,
 * {@code StrictMath} only, no order of hashes. Document i depends on the other options and i alone,
 * so that a small corpus is the beginning of every larger one. The README beside this module lists
 * the options.
 */
public final class CorpusGen {

    private static final List<String> OPTIONS =
            List.of(
                    "n",
                    "seed",
                    "from",
                    "out",
                    "publications",
                    "mix",
                    "form",
                    "updates",
                    "deletes",
                    "dups",
                    "pubs",
                    "blobs",
                    "blob-dir",
                    "hugo",
                    "median",
                    "sigma",
                    "stats");

    private CorpusGen() {}

    /** Writes a corpus; throws {@link IllegalArgumentException} for an option that is none. */
    public static void main(String... args) throws IOException {
        Map<String, String> set = parse(args);
        String file = set.getOrDefault("out", "-");
        try (OutputStream out = new BufferedOutputStream(open(file), 1 << 20)) {
            CorpusStatistics statistics = write(set, out);
            if (set.containsKey("stats")) {
                System.err.println(statistics);
            }
        }
    }

    private static OutputStream open(String file) throws IOException {
        return file.equals("-")
                ? new FileOutputStream(FileDescriptor.out)
                : Files.newOutputStream(Path.of(file));
    }

    /** The options that are set, without their dashes; one without a value is {@code true}. */
    static Map<String, String> parse(String... args) {
        Map<String, String> set = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i++) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown option " + args[i] + "; one of " + OPTIONS);
            }
            boolean hasValue = i + 1 < args.length && !args[i + 1].startsWith("--");
            set.put(name, hasValue ? args[++i] : "true");
        }
        return set;
    }

    /** Writes the corpus of these options. */
    static CorpusStatistics write(Map<String, String> set, OutputStream out) throws IOException {
        EventForm form =
                EventForm.valueOf(set.getOrDefault("form", "record").toUpperCase(Locale.ROOT));
        CorpusWriter.Extras extras =
                new CorpusWriter.Extras(
                        share(set, "updates"), share(set, "deletes"), share(set, "dups"));
        CorpusWriter writer =
                new CorpusWriter(new Corpus(CorpusOptions.of(set)), form, extras, out);
        if (set.containsKey("pubs")) {
            writer.publications();
        }
        Optional<HugoContent> hugo =
                Optional.ofNullable(set.get("hugo")).map(Path::of).map(HugoContent::new);
        writer.documents(
                Long.parseLong(set.getOrDefault("from", "0")),
                Integer.parseInt(set.getOrDefault("n", "1000")),
                hugo);
        return writer.statistics();
    }

    private static double share(Map<String, String> set, String name) {
        return Double.parseDouble(set.getOrDefault(name, "0"));
    }
}

package dev.pressline.testing.benchmarks.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The records of a corpus, each a function of the options and its index alone; the order in which
 * random numbers are drawn is part of the format. Not thread-safe.
 */
final class Corpus {

    /** 2025-01-01T00:00:00Z in microseconds, the time of the first document. */
    static final long EPOCH = 1_735_689_600_000_000L;

    private static final long STEP = 137_000_000L;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final CorpusOptions options;
    private final Words words = new Words();
    private final Prose prose = new Prose(words);
    private final Damage damage = new Damage(words);
    private final double[] sizes;
    private final Map<Integer, GeneratedRecord> known = new HashMap<>();

    Corpus(CorpusOptions options) {
        this.options = options;
        this.sizes = zipf(options.publications());
    }

    private static double[] zipf(int publications) {
        double[] cumulative = new double[publications];
        double sum = 0;
        for (int p = 0; p < publications; p++) cumulative[p] = sum += 1.0 / (p + 1);
        for (int p = 0; p < publications; p++) cumulative[p] /= sum;
        return cumulative;
    }

    static String time(long micros) {
        return TIME.format(Instant.ofEpochMilli(micros / 1000));
    }

    CorpusOptions options() {
        return options;
    }

    GeneratedRecord publication(int p) {
        return known.computeIfAbsent(p, this::makePublication);
    }

    private GeneratedRecord makePublication(int p) {
        Rng r = new Rng(options.seed(), 2, p);
        String did = Identifiers.did(r);
        long micros = EPOCH - 90_000_000_000L + p * 1_000_003L;
        String host = "pub" + p + "." + words.word(r) + ".example";
        Map<String, Object> record =
                Encoding.map(
                        "$type",
                        "site.standard.publication",
                        "url",
                        "https://" + host,
                        "name",
                        words.titleText(r),
                        "description",
                        r.chance(0.7) ? Words.cap(words.phrase(r, 14)) + "." : null,
                        "preferences",
                        Encoding.map("showInDiscover", r.chance(0.95)));
        return new GeneratedRecord(
                did,
                "site.standard.publication",
                Identifiers.tid(micros, p),
                "publication",
                micros,
                record,
                List.of());
    }

    /** A document; identity and publication stay the same in later versions. */
    GeneratedRecord document(long i, int version) {
        Rng r = new Rng(options.seed(), 3 + 1000L * version, i);
        Rng id = new Rng(options.seed(), 5, i);
        GeneratedRecord publication = publication(owner(id));
        long created = EPOCH + i * STEP + id.below((int) (STEP / 2));
        String rkey = Identifiers.tid(created, id.below(1024));
        String kind = kind(id);
        double size = options.median() * StrictMath.exp(options.sigma() * r.gauss());
        int bytes = (int) Math.max(80, Math.min(300_000, size));
        boolean foreign = r.chance(0.06);
        List<Block> body = prose.body(r, bytes, !kind.equals("plain"), foreign);
        Map<String, Object> record = record(i, version, kind, created, body, publication, r, id);
        return new GeneratedRecord(
                publication.did(),
                "site.standard.document",
                rkey,
                kind,
                created + version * 3_600_000_000L,
                record,
                body);
    }

    private int owner(Rng id) {
        int p = Arrays.binarySearch(sizes, id.unit());
        return Math.min(p < 0 ? -p - 1 : p, options.publications() - 1);
    }

    private String kind(Rng id) {
        int total = options.mix().values().stream().mapToInt(Integer::intValue).sum();
        int drawn = id.below(total);
        String kind = "";
        for (Map.Entry<String, Integer> each : options.mix().entrySet()) {
            kind = each.getKey();
            drawn -= each.getValue();
            if (drawn < 0) break;
        }
        return kind;
    }

    private Map<String, Object> record(
            long i,
            int version,
            String kind,
            long created,
            List<Block> body,
            GeneratedRecord publication,
            Rng r,
            Rng id) {
        String title = words.titleText(r);
        boolean isBackDated = r.chance(0.05);
        long published = isBackDated ? created - (long) (r.unit() * 3e15 / 10) : created;
        List<String> tags = new ArrayList<>();
        String text = kind.equals("mangled") ? damage.mangle(r, body, tags) : Formats.plain(body);
        for (int k = r.below(6); k > 0; k--)
            tags.add(r.chance(0.3) ? Words.cap(words.phrase(r, 2)) : words.word(r));
        Object cover = cover(i, id);
        boolean loose = kind.equals("mangled") || r.chance(0.1);
        byte[] postHash = new byte[32];
        for (int k = 0; k < 32; k++) postHash[k] = (byte) r.next();
        Map<String, Object> record =
                Encoding.map(
                        "$type",
                        "site.standard.document",
                        "bskyPostRef",
                        r.chance(0.4) ? post(publication, created, postHash) : null,
                        "content",
                        content(kind, body),
                        "coverImage",
                        cover,
                        "description",
                        r.chance(0.5) ? Words.cap(words.phrase(r, 10 + r.below(20))) + "." : null,
                        "path",
                        path(r, i, published, title),
                        "publishedAt",
                        time(published),
                        "site",
                        loose ? publication.record().get("url") : publication.uri(),
                        "tags",
                        tags.isEmpty() ? null : tags,
                        "textContent",
                        text,
                        "title",
                        title,
                        "updatedAt",
                        version > 0 ? time(created + version * 3_600_000_000L) : null);
        if (kind.equals("mangled"))
            for (int k = r.below(4); k > 0; k--)
                if (record.get("textContent") != null) damage.spoil(r, record);
        return record;
    }

    private static String path(Rng r, long i, long published, String title) {
        String slug =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        String folder = r.chance(0.5) ? "/news/" : "/";
        String date = time(published).substring(0, 10);
        return folder + date + "-" + slug + "-" + Long.toString(i, 36);
    }

    private static Object post(GeneratedRecord publication, long created, byte[] hash) {
        String uri =
                "at://"
                        + publication.did()
                        + "/app.bsky.feed.post/"
                        + Identifiers.tid(created + 5_000_000, 7);
        return Encoding.map("cid", Identifiers.cid(0x71, hash), "uri", uri);
    }

    private static Object content(String kind, List<Block> body) {
        return switch (kind) {
            case "markdown" ->
                    Encoding.map(
                            "$type",
                            "at.markpub.markdown",
                            "flavor",
                            "gfm",
                            "text",
                            Encoding.map(
                                    "$type",
                                    "at.markpub.text",
                                    "markdown",
                                    Formats.markdown(body)));
            case "leaflet" -> Formats.leaflet(body);
            case "pckt" -> Formats.pckt(body);
            default -> null;
        };
    }

    private Object cover(long i, Rng id) {
        if (!id.chance(0.55)) {
            return null;
        }
        int size =
                (int)
                        Math.max(
                                2_000,
                                Math.min(1_000_000, 131_000 * StrictMath.exp(0.7 * id.gauss())));
        return switch (options.blobs()) {
            case NONE -> null;
            case FAKE -> blob(fakeLink(id), size);
            case REAL -> blob(realLink(i, size), size);
        };
    }

    private static Object blob(String link, int size) {
        return Encoding.map(
                "$type",
                "blob",
                "ref",
                Encoding.map("$link", link),
                "mimeType",
                "image/jpeg",
                "size",
                (long) size);
    }

    private static String fakeLink(Rng id) {
        byte[] hash = new byte[32];
        for (int k = 0; k < 32; k++) hash[k] = (byte) id.next();
        return Identifiers.cid(0x55, hash);
    }

    private String realLink(long i, int size) {
        byte[] bytes = Identifiers.blobBytes(options.seed(), i, size);
        String link = Identifiers.cid(0x55, Identifiers.sha256(bytes));
        options.blobDirectory().ifPresent(directory -> write(directory.resolve(link), bytes));
        return link;
    }

    static void write(Path path, byte[] bytes) {
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

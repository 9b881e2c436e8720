package dev.pressline.testing.benchmarks.ingest;

import dev.pressline.atproto.repo.TestRepo;
import dev.pressline.atproto.repo.commit.TestKey;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.testing.benchmarks.corpus.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Records of 1 kB, as rows and in a signed repository. Stateless. */
final class Samples {

    /** Who signs. */
    static final TestKey KEY = TestKey.k256(4_711);

    private static final Tid REV = Tid.parse("3m7tubaaaac22");
    private static final String TEXT = "All work and no play makes Jack a dull boy. ".repeat(20);

    private Samples() {}

    /** A row with its identity, but without the CID that is computed from it. */
    static byte[] row(int number) {
        String row =
                """
                {"uri":"at://%s/site.standard.document/%d","rev":"%s","cid":"","record":\
                {"$type":"site.standard.document","title":"Document %d","textContent":"%s"}}\
                """;
        return row.formatted(TestRepo.DID, number, REV, number, TEXT)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Live events of the benchmark's corpus. */
    static List<byte[]> events(long seed, int from, int count) {
        return Row.events(seed, from, count);
    }

    /** A repository of so many records. */
    static TestRepo.State repository(int records) {
        TestRepo repo = new TestRepo(KEY);
        for (int i = 0; i < records; i++) {
            repo.put("site.standard.document/" + i, i + TEXT);
        }
        return repo.commit(REV);
    }
}

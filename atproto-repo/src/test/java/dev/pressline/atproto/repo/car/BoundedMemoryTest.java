package dev.pressline.atproto.repo.car;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.repo.RepoSnapshot;
import dev.pressline.atproto.repo.TestRepo;
import dev.pressline.atproto.repo.commit.SigningKey;
import dev.pressline.atproto.repo.commit.TestKey;
import dev.pressline.contract.identifier.Tid;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A repository of 300 MB is read and proven by a JVM with 64 MB of heap. */
class BoundedMemoryTest {

    private static final int RECORDS = 220_000;
    private static final String FILLING = "x".repeat(1_250);

    @TempDir private Path directory;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void repository_of300Megabytes_isProvenIn64MegabytesOfHeap() throws Exception {
        // Given
        TestKey key = TestKey.k256(4_711);
        Path car = directory.resolve("repo.car");
        write(car, key);
        assertThat(Files.size(car)).isGreaterThan(300_000_000);

        // When
        Process reader =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Reader.class.getName(),
                                car.toString(),
                                key.multikey())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(output).endsWith(RECORDS + " records\n");
        assertThat(reader.waitFor()).isZero();
    }

    private static void write(Path car, TestKey key) throws IOException {
        TestRepo repo = new TestRepo(key);
        for (int i = 0; i < RECORDS; i++) {
            repo.put("site.standard.document/" + i, i + FILLING);
        }
        TestRepo.State state = repo.commit(Tid.parse("3m7tubaaaac22"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(car))) {
            new Cars(state.commit(), out).blocks(state.blocks());
        }
    }

    /** Reads the repository; a program of its own. */
    static final class Reader {

        private Reader() {}

        public static void main(String[] arguments) throws IOException {
            Path car = Path.of(arguments[0]);
            SigningKey key = SigningKey.of("Multikey", arguments[1]);
            AtomicLong records = new AtomicLong();
            try (InputStream in = Files.newInputStream(car);
                    SpooledBlocks blocks =
                            SpooledBlocks.read(in, CarLimits.REPO, car.getParent())) {
                RepoSnapshot.open(blocks, blocks.root(), TestRepo.DID, key)
                        .forEachRecord(
                                (path, cid, block) -> records.addAndGet(block.isPresent() ? 1 : 0));
            }
            System.out.println(records + " records");
        }
    }
}

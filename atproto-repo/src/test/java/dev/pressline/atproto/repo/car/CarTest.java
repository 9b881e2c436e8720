package dev.pressline.atproto.repo.car;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarTest {

    @TempDir private Path directory;

    private static byte[] content(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static BinaryCid cid(String text) {
        return BinaryCid.ofBlock(content(text));
    }

    private SpooledBlocks spool(byte[] car, CarLimits limits) throws IOException {
        return SpooledBlocks.read(new ByteArrayInputStream(car), limits, directory);
    }

    @Test
    void blocks_inMemoryAndSpooled_areFoundByTheirCid() throws IOException {
        // Given
        byte[] car =
                Cars.bytes(
                        cid("root"),
                        out -> {
                            for (int i = 0; i < 5_000; i++) {
                                out.block(cid("block " + i), content("block " + i));
                            }
                            out.block(cid("root"), content("root"));
                        });

        // When
        MemoryBlocks memory = MemoryBlocks.read(car, CarLimits.MESSAGE);
        try (SpooledBlocks spooled = spool(car, CarLimits.REPO)) {

            // Then
            assertThat(memory.root()).isEqualTo(cid("root"));
            assertThat(spooled.root()).isEqualTo(cid("root"));
            assertThat(spooled.size()).isEqualTo(5_001);
            for (Blocks blocks : new Blocks[] {memory, spooled}) {
                for (int i = 0; i < 5_000; i++) {
                    assertThat(blocks.find(cid("block " + i))).hasValue(content("block " + i));
                }
                assertThat(blocks.find(cid("another"))).isEmpty();
            }
        }
    }

    @Test
    void spooled_closed_leavesNoFile() throws IOException {
        try (SpooledBlocks blocks = spool(Cars.bytes(cid("root"), out -> {}), CarLimits.REPO)) {
            assertThat(blocks.size()).isZero();
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void block_underAnotherCid_isNotFound() throws IOException {
        byte[] car = Cars.bytes(cid("root"), out -> out.block(cid("truth"), content("lie")));

        assertThat(MemoryBlocks.read(car, CarLimits.MESSAGE).find(cid("truth"))).isEmpty();
        try (SpooledBlocks spooled = spool(car, CarLimits.REPO)) {
            assertThat(spooled.find(cid("truth"))).isEmpty();
        }
    }

    @Test
    void sectionOfAnotherKind_isPassedOver() {
        byte[] version0 = HexFormat.of().parseHex("1220" + "00".repeat(32) + "0a");
        byte[] car =
                Cars.bytes(
                        cid("root"),
                        out -> {
                            out.section(version0);
                            out.block(cid("a"), content("a"));
                        });

        assertThat(MemoryBlocks.read(car, CarLimits.MESSAGE).find(cid("a"))).isPresent();
    }

    @Test
    void everyPrefix_ofACar_isRefusedOrShorter() {
        byte[] car = Cars.bytes(cid("root"), out -> out.block(cid("a"), content("a")));
        for (int length = 0; length < car.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(car, length);
            try {
                assertThat(MemoryBlocks.read(cut, CarLimits.MESSAGE).find(cid("a"))).isEmpty();
            } catch (InvalidRepoException e) {
                assertThat(e.fault()).isEqualTo(Fault.MALFORMED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "8000",
                "ffffffffffffffffff01",
                "ffffffffffffffff7f",
                "0aa16776657273696f6e01",
                "11a265726f6f7473806776657273696f6e02",
                "0b3c68746d6c3e6e6f3c2f"
            })
    void header_ofNoCar_isRefused(String hex) {
        byte[] car = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> MemoryBlocks.read(car, CarLimits.MESSAGE))
                .isInstanceOf(InvalidRepoException.class);
    }

    @Test
    void car_beyondItsLimits_isRefused() {
        byte[] car = Cars.bytes(cid("root"), out -> out.block(cid("a"), new byte[5_000]));

        assertThatThrownBy(() -> spool(car, new CarLimits(4_000, 10_000)))
                .isInstanceOfSatisfying(
                        InvalidRepoException.class,
                        e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
        assertThatThrownBy(() -> spool(car, new CarLimits(10_000, 4_000)))
                .isInstanceOfSatisfying(
                        InvalidRepoException.class,
                        e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
    }
}

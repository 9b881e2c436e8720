package dev.pressline.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveBlockTest {

    /** A block of the format's own server: one row, a delete. */
    private static final byte[] DELETE =
            HexFormat.of()
                    .parseHex(
                            "010000000700000000000000"
                                    + "00605ba09d370600"
                                    + "0000000000000000"
                                    + "031620000d0d00000000"
                                    + HexFormat.of()
                                            .formatHex(
                                                    ("site.standard.document"
                                                                    + "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
                                                                    + "3m7ttuppfzc23"
                                                                    + "3m7tubaaaac22")
                                                            .getBytes(
                                                                    java.nio.charset
                                                                            .StandardCharsets
                                                                            .US_ASCII)));

    private static List<ArchiveRow> rows(byte[] block) {
        List<ArchiveRow> rows = new ArrayList<>();
        ArchiveBlock.of(block).forEach(rows::add);
        return rows;
    }

    @Test
    void block_ofOneDelete_isRead() {
        assertThat(DELETE).hasSize(118);
        assertThat(rows(DELETE))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.seq()).isEqualTo(7);
                            assertThat(row.time()).isEqualTo(1_750_000_000_000_000L);
                            assertThat(row.kind()).isEqualTo(ArchiveRow.Kind.DELETE);
                            assertThat(row.collection()).isEqualTo("site.standard.document");
                            assertThat(row.did()).isEqualTo("did:plc:ewvi7nxzyoun6zhxrhs64oiz");
                            assertThat(row.rkey()).isEqualTo("3m7ttuppfzc23");
                            assertThat(row.rev()).isEqualTo("3m7tubaaaac22");
                            assertThat(row.payload()).isEmpty();
                        });
    }

    @Test
    void block_ofManyRows_isReadInOrder() {
        // Given
        List<ArchiveRow> written = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            written.add(TestArchive.row(i, "r" + i, "text ".repeat(i)));
        }

        // When
        List<ArchiveRow> read = rows(TestArchive.block(written));

        // Then
        assertThat(read).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void block_withoutRows_isEmpty() {
        assertThat(rows(new byte[4])).isEmpty();
    }

    @Test
    void block_cutOrFlipped_isInvalidAndNothingElse() {
        byte[] block = TestArchive.block(List.of(TestArchive.row(1, "a", "b")));
        for (int i = 0; i < block.length; i++) {
            byte[] cut = Arrays.copyOf(block, i);
            assertThatThrownBy(() -> rows(cut)).isInstanceOf(InvalidArchiveException.class);
            byte[] flipped = block.clone();
            flipped[i] ^= (byte) 0x80;
            try {
                assertThat(rows(flipped)).hasSize(1);
            } catch (InvalidArchiveException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
        byte[] longer = Arrays.copyOf(block, block.length + 1);
        assertThatThrownBy(() -> rows(longer)).isInstanceOf(InvalidArchiveException.class);
    }
}

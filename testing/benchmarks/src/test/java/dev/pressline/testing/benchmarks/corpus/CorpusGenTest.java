package dev.pressline.testing.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusGenTest {

    private static byte[] corpus(String arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CorpusGen.write(CorpusGen.parse(arguments.split(" ")), out);
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Another hash here means that no figure measured before can be compared any more. */
    @ParameterizedTest
    @CsvSource({
        "--n 1000, 4740b17342e52d9e755b07d60a3e81ca7c566cfa482a8881b4defc5cbacd2971",
        "--n 1500 --form jetstream --pubs --updates 0.1 --deletes 0.05 --dups 0.05,"
                + " 1f03c57dbbeeb3fa574431b5e796b3a463f5e235d630c827e6ce9144da3788ac",
        "--n 200 --from 77 --form row --blobs real,"
                + " 0df39958c4bdae3cc399d8587e7fa6808d3b1264bfc3a9e81aad5b7e3fbe842d",
        "--n 200 --form tap --updates 0.3,"
                + " 3e935af2eed1c3f17eb732e7c07e8b7cecd3e24fd9c8d414e8e9f1fcbc76092e"
    })
    void corpus_ofTheseArguments_hasTheseBytes(String arguments, String expected)
            throws IOException, NoSuchAlgorithmException {
        // When
        byte[] corpus = corpus(arguments);

        // Then
        assertThat(sha256(corpus)).isEqualTo(expected);
    }

    @Test
    void corpus_thatIsSmaller_isTheBeginningOfALargerOne() throws IOException {
        // When
        String small = new String(corpus("--n 20"), StandardCharsets.UTF_8);
        String large = new String(corpus("--n 30"), StandardCharsets.UTF_8);

        // Then
        assertThat(large).startsWith(small).isNotEqualTo(small);
    }

    @Test
    void rows_ofTheBenchmark_haveNoBlobsAndRepeat() {
        // When
        List<Row> rows = Row.documents(42, 10, 50);

        // Then
        assertThat(rows)
                .hasSize(50)
                .allSatisfy(
                        row ->
                                assertThat(new String(row.json(), StandardCharsets.UTF_8))
                                        .doesNotContain("coverImage"));
        assertThat(rows.getLast().json()).isEqualTo(Row.documents(42, 59, 1).getFirst().json());
    }

    @ParameterizedTest
    @CsvSource({"--count 3, --count", "--blobs some, --blobs", "--updates 0.1, --form"})
    void option_thatMakesNoSense_isNamed(String arguments, String named) {
        assertThatThrownBy(() -> corpus(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}

package dev.pressline.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {

    private static Framing coded(String... codings) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Host", "a");
        for (String coding : codings) {
            headers.add("transfer-encoding", coding);
        }
        return Framing.of(headers);
    }

    @Test
    void of_requestWithoutACoding_isPlain() {
        assertThat(coded()).isEqualTo(Framing.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked", "Chunked"})
    void of_chunks_areChunked(String coding) {
        assertThat(coded(coding)).isEqualTo(Framing.CHUNKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "xchunked",
                "identity",
                "gzip, chunked",
                "chunked, identity",
                "\"chunked\"",
                "chunked;a"
            })
    void of_anotherCoding_isAmbiguous(String coding) {
        assertThat(coded(coding)).isEqualTo(Framing.AMBIGUOUS);
    }

    @Test
    void of_severalCodingsOrHosts_isAmbiguous() {
        assertThat(coded("chunked", "chunked")).isEqualTo(Framing.AMBIGUOUS);
        MultiMap hosts = MultiMap.caseInsensitiveMultiMap().add("Host", "a").add("Host", "a");
        assertThat(Framing.of(hosts)).isEqualTo(Framing.AMBIGUOUS);
    }
}

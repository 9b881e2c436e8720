package dev.pressline.render.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

    private static final String TAG = "\"ab-gzip\"";
    private static final Instant MODIFIED = Instant.parse("2026-02-17T22:58:56.789Z");
    private static final String SAME_SECOND = "Tue, 17 Feb 2026 22:58:56 GMT";
    private static final String BEFORE = "Tue, 17 Feb 2026 22:58:55 GMT";
    private static final ByteRange PART = new ByteRange.Part(0, 9);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ab-gzip\" | true",
                "W/\"ab-gzip\" | true",
                "\"x\", \"ab-gzip\" | true",
                "* | true",
                "\"ab\" | false",
                "ab-gzip | false",
            })
    void isKnown_byTag_comparesWeakly(String header, boolean expected) {
        assertThat(with("If-None-Match", header).isKnown(TAG, MODIFIED)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                SAME_SECOND + " | true",
                "Wed, 18 Feb 2026 00:00:00 GMT | true",
                BEFORE + " | false",
                "yesterday | false",
            })
    void isKnown_byDate_comparesSeconds(String header, boolean expected) {
        assertThat(with("If-Modified-Since", header).isKnown(TAG, MODIFIED)).isEqualTo(expected);
    }

    @Test
    void isKnown_byTagAndDate_looksAtTheTagOnly() {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap()
                        .add("If-None-Match", "\"other\"")
                        .add("If-Modified-Since", SAME_SECOND);
        assertThat(new Conditions(headers).isKnown(TAG, MODIFIED)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ab-gzip\" | true",
                SAME_SECOND + " | true",
                "W/\"ab-gzip\" | false",
                "\"other\" | false",
                BEFORE + " | false",
            })
    void range_ifTheVersionIsTheSame_isAPart(String condition, boolean isPart) {
        Conditions conditions =
                new Conditions(
                        MultiMap.caseInsensitiveMultiMap()
                                .add("Range", "bytes=0-9")
                                .add("If-Range", condition));
        assertThat(conditions.range(TAG, MODIFIED, 100))
                .isEqualTo(isPart ? PART : new ByteRange.Whole());
    }

    @Test
    void range_withoutCondition_isAPart() {
        assertThat(with("Range", "bytes=0-9").range(TAG, MODIFIED, 100)).isEqualTo(PART);
        assertThat(with("Range", "bytes=0-9").areGiven()).isFalse();
    }

    private static Conditions with(String name, String value) {
        return new Conditions(MultiMap.caseInsensitiveMultiMap().add(name, value));
    }
}

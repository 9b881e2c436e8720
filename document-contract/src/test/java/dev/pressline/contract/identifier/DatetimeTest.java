package dev.pressline.contract.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatetimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-02-17T22:58:56Z, 2026-02-17T22:58:56Z",
        "2026-02-17T22:58:56.1Z, 2026-02-17T22:58:56.100Z",
        "2026-02-17T22:58:56.123456789123Z, 2026-02-17T22:58:56.123456789Z",
        "2026-02-17T22:58:56+02:30, 2026-02-17T20:28:56Z",
        "2026-02-17T22:58:56-11:00, 2026-02-18T09:58:56Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z"
    })
    void instant_ofASpelling_isItsMoment(String text, Instant instant) {
        assertThat(Datetime.parse(text).instant()).isEqualTo(instant);
        assertThat(Datetime.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-29T00:00:00Z, exists",
        "2026-02-17T24:00:00Z, exists",
        "2026-02-17T22:58:56-00:00, ''",
        "2026-02-17, ''",
        "2026-02-17T22:58:56, ''",
        "0000-01-01T00:00:00+01:00, year 0"
    })
    void parse_whatIsNoDatetime_isRefusedNamingTheFault(String text, String fault) {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> Datetime.parse(text))
                .withMessageContaining(fault);
    }
}

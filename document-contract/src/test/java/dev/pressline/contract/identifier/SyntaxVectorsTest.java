package dev.pressline.contract.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.contract.Vectors;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxVectorsTest {

    private static final Map<String, Function<String, ?>> SYNTAX =
            Map.ofEntries(
                    Map.entry("atidentifier_syntax", AtIdentifier::parse),
                    Map.entry("aturi_syntax", LexiconAtUri::parse),
                    Map.entry("cid_syntax", AnyCid::parse),
                    Map.entry("datetime_syntax", Datetime::parse),
                    Map.entry("did_syntax", Did::parse),
                    Map.entry("handle_syntax", Handle::parse),
                    Map.entry("language_syntax", LanguageTag::parse),
                    Map.entry("nsid_syntax", Nsid::parse),
                    Map.entry("recordkey_syntax", RecordKey::parse),
                    Map.entry("tid_syntax", Tid::parse),
                    Map.entry("uri_syntax", GenericUri::parse));

    /** Well-formed, yet meaning nothing. */
    private static final Map<String, Function<String, ?>> MEANING =
            Map.of("datetime_parse", Datetime::parse, "language_parse", LanguageTag::parse);

    @ParameterizedTest
    @MethodSource("valid")
    void identifier_ofValidVector_isRead(String kind, String text, Function<String, ?> parser) {
        // When
        Object read = parser.apply(text);

        // Then
        assertThat(read.toString()).isEqualToIgnoringCase(text);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void identifier_ofInvalidVector_isRefused(
            String kind, String text, Function<String, ?> parser) {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> parser.apply(text));
    }

    static Stream<Arguments> valid() {
        return vectors(SYNTAX, "_valid.txt");
    }

    static Stream<Arguments> invalid() {
        return Stream.concat(vectors(SYNTAX, "_invalid.txt"), vectors(MEANING, "_invalid.txt"));
    }

    private static Stream<Arguments> vectors(
            Map<String, Function<String, ?>> parsers, String suffix) {
        return parsers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(
                        parser ->
                                Vectors.lines(parser.getKey() + suffix).stream()
                                        .map(
                                                line ->
                                                        Arguments.of(
                                                                parser.getKey(),
                                                                line,
                                                                parser.getValue())));
    }
}

package dev.pressline.contract.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with an identifier is said in words, and limits are those that are documented. */
class IdentifierFaultsTest {

    @ParameterizedTest
    @MethodSource("faults")
    void identifier_withAFault_isRefusedNamingIt(
            String text, Function<String, ?> parser, String fault) {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> parser.apply(text))
                .withMessageContaining(fault)
                .withMessageContaining('"' + text + '"');
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("dad:plc:a", Did::parse, "DID does not start with did:"),
                fault("did::a", Did::parse, "DID has no method of lower-case letters"),
                fault("did:Plc:a", Did::parse, "DID has no method of lower-case letters"),
                fault("did:plc:", Did::parse, "DID ends without an identifier"),
                fault("did:plc:a%", Did::parse, "DID ends without an identifier"),
                fault("did:plc:a/b", Did::parse, "DID holds a character outside"),
                fault("alice", Handle::parse, "handle has fewer than two labels"),
                fault("a..example", Handle::parse, "handle has a label that is not"),
                fault("alice.1x", Handle::parse, "handle has a last label that does not start"),
                fault("a.b", Nsid::parse, "NSID has fewer than three segments"),
                fault("a.-b.c", Nsid::parse, "NSID has a domain segment that is not"),
                fault("1a.b.c", Nsid::parse, "NSID does not start with a letter"),
                fault("a.b.1c", Nsid::parse, "NSID has a name that is not"),
                fault("a.b.c-d", Nsid::parse, "NSID has a name that is not"),
                fault("", RecordKey::parse, "record key is not 1 to 512 characters long"),
                fault("..", RecordKey::parse, "record key is . or .."),
                fault("a b", RecordKey::parse, "record key holds a character outside"),
                fault("https:", GenericUri::parse, "URI is not a scheme, a colon and something"),
                fault("1a:b", GenericUri::parse, "URI has a scheme that is not letters"),
                fault("a_b:c", GenericUri::parse, "URI has a scheme that is not letters"),
                fault("a:b c", GenericUri::parse, "URI holds a blank or a control character"),
                fault("en-", LanguageTag::parse, "language tag has a subtag that is not 1 to 8"),
                fault("EN", LanguageTag::parse, "language tag does not begin with a language"),
                fault("engl", LanguageTag::parse, "language tag does not begin with a language"),
                fault("en-x", LanguageTag::parse, "language tag ends with a subtag that needs"),
                fault("en-a-bb-a-cc", LanguageTag::parse, "language tag repeats a variant"),
                fault("bafyabc", AnyCid::parse, "CID is not 8 to 256 characters"),
                fault("bafy-abc", AnyCid::parse, "CID holds a character outside"),
                fault("QmYwAPJzv5CZsnA6", AnyCid::parse, "CID is of version 0"),
                fault("http://a.example", AtUri::parse, "AT-URI does not start with at://"),
                fault("at://did:web:a", AtUri::parse, "AT-URI is not at://DID/collection"),
                fault("at://a.example/a.b.c/d/e", LexiconAtUri::parse, "more than three parts"));
    }

    private static Arguments fault(String text, Function<String, ?> parser, String fault) {
        return Arguments.of(text, parser, fault);
    }

    @ParameterizedTest
    @MethodSource("longest")
    void identifier_asLongAsAllowed_isReadAndOneLongerRefused(
            String longest, Function<String, ?> parser) {
        assertThat(parser.apply(longest)).hasToString(longest);
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> parser.apply(longest + "a"))
                .withMessageContaining("" + longest.length())
                .withMessageEndingWith("…\"");
    }

    static Stream<Arguments> longest() {
        return Stream.of(
                Arguments.of(filled("did:web:", Did.MAX_LENGTH), parser(Did::parse)),
                Arguments.of("a.example.".repeat(25) + "abc", parser(Handle::parse)),
                Arguments.of("abc.".repeat(64) + "a".repeat(61), parser(Nsid::parse)),
                Arguments.of(filled("", RecordKey.MAX_LENGTH), parser(RecordKey::parse)),
                Arguments.of(filled("a:", GenericUri.MAX_LENGTH), parser(GenericUri::parse)),
                Arguments.of(filled("bafy", 256), parser(AnyCid::parse)),
                Arguments.of("aa" + "-abcd".repeat(25) + "a", parser(LanguageTag::parse)));
    }

    private static Function<String, ?> parser(Function<String, ?> parser) {
        return parser;
    }

    private static String filled(String start, int length) {
        return start + "a".repeat(length - start.length());
    }

    @Test
    void identifiers_haveTheParts_thatTheirTextNames() {
        AtUri record = AtUri.parse("at://did:web:a.example/site.standard.document/x");

        assertThat(record.did().method()).isEqualTo("web");
        assertThat(record.did().methodSpecificId()).isEqualTo("a.example");
        assertThat(record.collection().name()).isEqualTo("document");
        assertThat(GenericUri.parse("HTTPS://a").scheme()).isEqualTo("https");
        assertThat(LanguageTag.parse("pt-BR").language()).isEqualTo("pt");
        assertThat(LanguageTag.parse("pt").language()).isEqualTo("pt");
        assertThat(AnyCid.parse("bafyabcd").blessed()).isEmpty();
        assertThat(LexiconAtUri.parse(record.toString()).recordUri()).contains(record);
        assertThat(LexiconAtUri.parse("at://a.example/a.b.c/x").recordUri()).isEmpty();
    }

    @Test
    void tid_ofAMomentAndAClock_givesThemBack() {
        Tid last = Tid.of((1L << 53) - 1, 1_023);

        assertThat(last.micros()).isEqualTo((1L << 53) - 1);
        assertThat(last.clockId()).isEqualTo(1_023);
        assertThat(Tid.of(0, 0)).isEqualTo(Tid.MIN);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Tid.of(1L << 53, 0));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Tid.of(-1, 0));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Tid.of(0, 1_024));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Tid.of(0, -1));
    }

    @Test
    void identifiers_sorted_areInTheOrderOfTheirText() {
        assertThat(Did.parse("did:web:a")).isLessThan(Did.parse("did:web:b"));
        assertThat(Nsid.parse("a.b.c")).isLessThan(Nsid.parse("a.b.d"));
        assertThat(RecordKey.parse("a")).isLessThan(RecordKey.parse("b"));
        assertThat(Handle.parse("a.example")).isLessThan(Handle.parse("b.example"));
        assertThat(AtUri.parse("at://did:web:a/a.b.c/x"))
                .isLessThan(AtUri.parse("at://did:web:a/a.b.c/y"));
    }
}

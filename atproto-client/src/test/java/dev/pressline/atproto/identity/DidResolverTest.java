package dev.pressline.atproto.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.LoopbackHost;
import dev.pressline.atproto.MovableClock;
import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DidResolverTest {

    private static final Did ALICE = Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz");
    private static final String DOCUMENT =
            """
            {"id":"did:plc:ewvi7nxzyoun6zhxrhs64oiz",
             "alsoKnownAs":["https://alice.example","at://no handle","at://alice.example.com"],
             "verificationMethod":[{"id":"#other","type":"Multikey","publicKeyMultibase":"zOther"},
                                   {"id":"did:plc:ewvi7nxzyoun6zhxrhs64oiz#atproto",
                                    "type":"Multikey","publicKeyMultibase":"zKey"}],
             "service":[{"id":"#other","type":"Other","serviceEndpoint":"https://other.example"},
                        {"id":"#atproto_pds","type":"AtprotoPersonalDataServer",
                         "serviceEndpoint":"https://pds.example.com"}]}
            """;

    private final MovableClock clock = new MovableClock();

    private DidResolver resolver(LoopbackHost plc) {
        return new DidResolver(new GuardedHttp(true, clock), plc.url("/"), true, clock);
    }

    @Test
    void plc_known_givesPdsKeyAndClaimedHandle() throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(DOCUMENT))) {
            // When
            Resolution resolution = resolver(plc).resolve(ALICE);

            // Then
            DidDocument expected =
                    new DidDocument(
                            ALICE,
                            Optional.of(HttpUrl.get("https://pds.example.com/")),
                            Optional.of(new DidDocument.SigningMethod("Multikey", "zKey")),
                            Optional.of(Handle.parse("alice.example.com")));
            assertThat(resolution).isEqualTo(new Resolution.Resolved(expected));
            assertThat(plc.requests()).containsExactly("/" + ALICE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "410 Gone"})
    void plc_withoutTheDid_saysNotThere(String status) throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.answer(status, "", "{}"))) {
            assertThat(resolver(plc).resolve(ALICE)).isInstanceOf(Resolution.NotThere.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "429 Slow", "502 Bad", "401 No"})
    void plc_inTrouble_isUnavailable(String status) throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.answer(status, "", "<html>"))) {
            assertThat(resolver(plc).resolve(ALICE)).isInstanceOf(Resolution.Unavailable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "not JSON",
                "{}",
                "{\"id\":7}",
                "{\"id\":\"did:plc:aaaaaaaaaaaaaaaaaaaaaaaa\"}"
            })
    void document_thatIsNotTheDids_isNotThere(String body) throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(body))) {
            assertThat(resolver(plc).resolve(ALICE)).isInstanceOf(Resolution.NotThere.class);
        }
    }

    @Test
    void document_tooLarge_isNotThere() throws IOException {
        String padded = DOCUMENT + " ".repeat(70_000);
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(padded))) {
            assertThat(resolver(plc).resolve(ALICE)).isInstanceOf(Resolution.NotThere.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@pds.example.com",
                "https://pds.example.com/path",
                "https://pds.example.com/?query",
                "ftp://pds.example.com",
                "pds.example.com",
                ""
            })
    void endpoint_otherThanABareUrl_isNoPds(String endpoint) throws IOException {
        String document = DOCUMENT.replace("https://pds.example.com", endpoint);
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(document))) {
            assertThat(resolver(plc).resolve(ALICE))
                    .isInstanceOfSatisfying(
                            Resolution.Resolved.class,
                            resolved -> assertThat(resolved.document().pds()).isEmpty());
        }
    }

    @Test
    void answer_withinTheHour_isNotAskedForAgain() throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(DOCUMENT))) {
            // Given
            DidResolver resolver = resolver(plc);

            // When
            resolver.resolve(ALICE);
            clock.move(Duration.ofMinutes(59));
            resolver.resolve(ALICE);
            assertThat(plc.requests()).hasSize(1);
            clock.move(Duration.ofMinutes(1));
            resolver.resolve(ALICE);

            // Then
            assertThat(plc.requests()).hasSize(2);
        }
    }

    @Test
    void answer_forgotten_isAskedForAgain() throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(DOCUMENT))) {
            // Given
            DidResolver resolver = resolver(plc);
            resolver.resolve(ALICE);

            // When
            resolver.forget(ALICE);
            resolver.resolve(ALICE);

            // Then
            assertThat(plc.requests()).hasSize(2);
        }
    }

    @Test
    void document_whileNobodyAnswers_isUsedForADayAndNoLonger() throws IOException {
        AtomicReference<String> answer = new AtomicReference<>(LoopbackHost.ok(DOCUMENT));
        LoopbackHost.Behaviour changing =
                (path, out) -> out.write(answer.get().getBytes(StandardCharsets.UTF_8));
        try (LoopbackHost plc = LoopbackHost.start(changing)) {
            // Given
            DidResolver resolver = resolver(plc);
            Resolution known = resolver.resolve(ALICE);
            answer.set(LoopbackHost.answer("503 Down", "", ""));

            // When / Then
            clock.move(Duration.ofHours(23));
            assertThat(resolver.resolve(ALICE)).isEqualTo(known);
            clock.move(Duration.ofHours(1));
            assertThat(resolver.resolve(ALICE)).isInstanceOf(Resolution.Unavailable.class);
        }
    }

    @Test
    void failure_withNothingKnown_isForgottenWhenTheHostMayBeAskedAgain() throws IOException {
        AtomicReference<String> answer =
                new AtomicReference<>(LoopbackHost.answer("503 Down", "", ""));
        LoopbackHost.Behaviour changing =
                (path, out) -> out.write(answer.get().getBytes(StandardCharsets.UTF_8));
        try (LoopbackHost plc = LoopbackHost.start(changing)) {
            // Given
            DidResolver resolver = resolver(plc);
            Resolution.Unavailable down = (Resolution.Unavailable) resolver.resolve(ALICE);
            answer.set(LoopbackHost.ok(DOCUMENT));

            // When
            assertThat(resolver.resolve(ALICE)).isEqualTo(down);
            clock.move(down.retryAfter().orElseThrow());

            // Then
            assertThat(resolver.resolve(ALICE)).isInstanceOf(Resolution.Resolved.class);
        }
    }

    @Test
    void web_ofThisMachine_isReadFromItsWellKnownFile() throws IOException {
        AtomicReference<String> answer = new AtomicReference<>("");
        LoopbackHost.Behaviour changing =
                (path, out) -> out.write(answer.get().getBytes(StandardCharsets.UTF_8));
        try (LoopbackHost host = LoopbackHost.start(changing)) {
            // Given
            Did did = Did.parse("did:web:localhost%3A" + host.port());
            answer.set(LoopbackHost.ok("{\"id\":\"" + did + "\"}"));

            // When
            Resolution resolution = resolver(host).resolve(did);

            // Then
            assertThat(resolution).isInstanceOf(Resolution.Resolved.class);
            assertThat(host.requests()).containsExactly("/.well-known/did.json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:web:example.com:path",
                "did:web:example.com%3A8443",
                "did:web:localhost.example.com%3A80",
                "did:web:127.0.0.1%3A80",
                "did:web:a..b",
                "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",
                "did:pressline:aaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void did_ofAnotherKind_isNotThereAndNobodyIsAsked(String did) throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(DOCUMENT))) {
            assertThat(resolver(plc).resolve(Did.parse(did)))
                    .isInstanceOf(Resolution.NotThere.class);
            assertThat(plc.requests()).isEmpty();
        }
    }
}

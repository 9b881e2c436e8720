package dev.pressline.atproto.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.LoopbackHost;
import dev.pressline.atproto.MovableClock;
import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleResolverTest {

    private static final String DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";
    private static final Handle ALICE = Handle.parse("alice.example.com");
    private static final String DOCUMENT =
            "{\"id\":\"%s\",\"alsoKnownAs\":[\"at://%s\"]}".formatted(DID, ALICE);

    private final MovableClock clock = new MovableClock();
    private final GuardedHttp http = new GuardedHttp(true, clock);

    private HandleResolver resolver(LoopbackHost plc, String... texts) {
        DidResolver dids = new DidResolver(http, plc.url("/"), true, clock);
        return new HandleResolver(
                http, name -> name.equals("_atproto." + ALICE) ? List.of(texts) : List.of(), dids);
    }

    @Test
    void handle_namedInDnsAndClaimed_isProven() throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(DOCUMENT))) {
            assertThat(resolver(plc, "v=spf1 -all", "did=" + DID).resolve(ALICE))
                    .isEqualTo(new HandleResolution.Proven(Did.parse(DID)));
        }
    }

    @Test
    void handle_namedInDnsButNotClaimed_isNotProven() throws IOException {
        String other = DOCUMENT.replace(ALICE.toString(), "mallory.example.com");
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(other))) {
            assertThat(resolver(plc, "did=" + DID).resolve(ALICE))
                    .isInstanceOf(HandleResolution.NotProven.class);
        }
    }

    @Test
    void handle_namingTwoDids_isNotProven() throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(DOCUMENT))) {
            assertThat(resolver(plc, "did=" + DID, "did=did:web:example.com").resolve(ALICE))
                    .isInstanceOf(HandleResolution.NotProven.class);
            assertThat(plc.requests()).isEmpty();
        }
    }

    @Test
    void handle_namingTheSameDidTwice_isProven() throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(DOCUMENT))) {
            assertThat(resolver(plc, "did=" + DID, "did=" + DID).resolve(ALICE))
                    .isInstanceOf(HandleResolution.Proven.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"did=", "did=nonsense", "did=did:plc:short key"})
    void handle_namingNoDid_isNotProven(String text) throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(DOCUMENT))) {
            assertThat(resolver(plc, text).resolve(ALICE))
                    .isInstanceOf(HandleResolution.NotProven.class);
        }
    }

    @Test
    void handle_whoseDidNobodyCanLookUp_isUnavailable() throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.answer("503 Down", "", ""))) {
            assertThat(resolver(plc, "did=" + DID).resolve(ALICE))
                    .isInstanceOf(HandleResolution.Unavailable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.local",
                "a.internal",
                "a.arpa",
                "a.onion",
                "b.a.localhost",
                "handle.invalid"
            })
    void handle_underAReservedName_isNeverLookedUp(String handle) throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(DOCUMENT))) {
            assertThat(resolver(plc, "did=" + DID).resolve(Handle.parse(handle)))
                    .isInstanceOf(HandleResolution.NotProven.class);
        }
    }

    @Test
    void handleOf_claimedAndProven_isShown() throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(DOCUMENT))) {
            DidDocument document =
                    new DidDocument(
                            Did.parse(DID), Optional.empty(), Optional.empty(), Optional.of(ALICE));
            assertThat(resolver(plc, "did=" + DID).handleOf(document)).contains(ALICE);
        }
    }

    @Test
    void handleOf_provenForAnother_isNotShown() throws IOException {
        try (LoopbackHost plc = LoopbackHost.saying(LoopbackHost.ok(DOCUMENT))) {
            DidDocument document =
                    new DidDocument(
                            Did.parse("did:web:mallory.example.com"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(ALICE));
            assertThat(resolver(plc, "did=" + DID).handleOf(document)).isEmpty();
        }
    }

    @Test
    void texts_inPieces_areJoined() {
        assertThat(SystemTxtRecords.unquoted("did=did:web:a.b")).isEqualTo("did=did:web:a.b");
        assertThat(SystemTxtRecords.unquoted("\"did=did:\" \"web:a.b\""))
                .isEqualTo("did=did:web:a.b");
    }

    @Test
    void texts_ofANameNobodyHas_areNone() {
        assertThat(new SystemTxtRecords().of("_atproto.nobody.invalid")).isEmpty();
    }
}

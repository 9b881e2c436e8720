package dev.pressline.normalize.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.HandleResolver;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.normalize.lookup.HandleState;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResolvedHandlesTest {

    private static final Did DID = Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz");
    private static final String DOCUMENT = "{\"id\":\"" + DID + "\",\"alsoKnownAs\":[%s]}";

    private LoopbackSite plc;

    @BeforeEach
    void start() throws IOException {
        plc = new LoopbackSite();
    }

    @AfterEach
    void stop() {
        plc.close();
    }

    /** What is found when the directory has this document and DNS names this DID. */
    private ResolvedHandles handles(String document, String named) {
        plc.texts.put("/" + DID, document);
        return asking(plc.url("/"), named);
    }

    private static ResolvedHandles asking(String directory, String named) {
        GuardedHttp http = new GuardedHttp(true, Clock.systemUTC());
        DidResolver dids = new DidResolver(http, directory, true, Clock.systemUTC());
        return new ResolvedHandles(
                dids, new HandleResolver(http, name -> List.of("did=" + named), dids));
    }

    @Test
    void handle_claimedAndNamedInDns_isProven() {
        String document = DOCUMENT.formatted("\"at://alice.example.com\"");
        assertThat(handles(document, DID.value()).look(DID))
                .isEqualTo(new HandleState.Proven(Handle.parse("alice.example.com")));
    }

    @Test
    void handle_thatNamesAnother_isNotProven() {
        String document = DOCUMENT.formatted("\"at://alice.example.com\"");
        assertThat(handles(document, "did:web:localhost%3A9").look(DID))
                .isNotInstanceOf(HandleState.Proven.class);
    }

    @Test
    void account_withoutHandleOrUnknown_hasNoneProven() {
        assertThat(handles(DOCUMENT.formatted(""), DID.value()).look(DID))
                .isEqualTo(new HandleState.NotProven());
        plc.texts.clear();
        assertThat(asking(plc.url("/"), DID.value()).look(DID))
                .isEqualTo(new HandleState.NotProven());
    }

    @Test
    void directory_thatIsDown_leavesItUnknown() {
        String url = plc.url("/");
        plc.close();
        assertThat(asking(url, DID.value()).look(DID)).isEqualTo(new HandleState.Unknown());
    }

    @Test
    void document_forgotten_isReadAnew() {
        // Given
        ResolvedHandles handles =
                handles(DOCUMENT.formatted("\"at://old.example.com\""), DID.value());
        handles.look(DID);
        plc.texts.put("/" + DID, DOCUMENT.formatted("\"at://new.example.com\""));

        // When
        handles.forget(DID);

        // Then
        assertThat(handles.look(DID).proven()).contains(Handle.parse("new.example.com"));
    }
}

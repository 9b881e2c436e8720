package dev.pressline.normalize.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.lookup.HandleState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContributorHandlesTest {

    private static final Did BOB = Did.parse("did:web:bob.example");
    private static final Did EVE = Did.parse("did:web:eve.example");
    private static final String RECORD =
            """
            {"$type":"site.standard.document","title":"T","site":"https://a.example",
             "contributors":[{"did":"did:web:bob.example","role":"editor"},{"did":"no DID"},
              {"did":"%s","displayName":"Alice"},{"did":"did:web:eve.example"}]}
            """
                    .formatted(TestEvents.DID);

    @TempDir private Path spools;
    private TestEvents events;

    @BeforeEach
    void start() throws IOException {
        events = new TestEvents(spools);
    }

    @AfterEach
    void stop() {
        events.close();
    }

    private NormalizedEvents.Made make() {
        return events.events.make(
                TestEvents.raw("site.standard.document/one", TestEvents.rev(1), RECORD),
                Look.FIRST);
    }

    private static List<Optional<Handle>> handles(NormalizedEvents.Made made) {
        Document document = (Document) ContractJson.read(made.event().orElseThrow().value());
        return document.authors().stream().map(Author::handle).toList();
    }

    @Test
    void contributors_whoseHandlesAreProven_haveThem() {
        // Given
        Handle alice = Handle.parse("alice.example");
        Handle bob = Handle.parse("bob.example");
        events.network.answer = new HandleState.Proven(alice);
        events.network.answers.put(BOB, new HandleState.Proven(bob));
        events.network.answers.put(EVE, new HandleState.NotProven());

        // When
        NormalizedEvents.Made made = make();

        // Then
        assertThat(handles(made))
                .containsExactly(Optional.of(alice), Optional.of(bob), Optional.empty());
        assertThat(made.outlook()).isEmpty();
    }

    @Test
    void contributor_whoseHandleNobodyKnowsYet_hasTheDocumentLookedAtAgain() {
        // Given
        events.network.answers.put(BOB, new HandleState.Unknown());

        // When
        Outlook before = make().outlook().orElseThrow();
        events.network.answers.put(BOB, new HandleState.Proven(Handle.parse("bob.example")));
        NormalizedEvents.Made after = make();

        // Then
        assertThat(before.rhythm()).isEqualTo(Outlook.Rhythm.SOON);
        assertThat(handles(after).get(1)).contains(Handle.parse("bob.example"));
        assertThat(after.outlook()).isEmpty();
    }
}

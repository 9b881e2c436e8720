package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.repair.RepairSwitches;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Records for tests, and short ways to normalize them. */
public final class Records {

    /** The address that the seed has in the network. */
    public static final AtUri SEED =
            AtUri.parse(
                    "at://did:plc:y7zrib4us324a3v34wi4auz5/site.standard.document/3mf42slbt3g42");

    private static final Tid REV = Tid.parse("3mf42slbt3h2c");

    private Records() {}

    /** The JSON of a resource below {@code /records}. */
    public static JsonNode resource(String name) {
        try (InputStream bytes = Records.class.getResourceAsStream("/records/" + name)) {
            return ContractJson.mapper().readTree(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** The records of a resource that holds one on each line. */
    public static List<JsonNode> lines(String name) {
        try (InputStream bytes = Records.class.getResourceAsStream("/" + name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Records::json)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Reads JSON in which single quotation marks stand for double ones. */
    public static JsonNode quoted(String text) {
        return json(text.replace('\'', '"'));
    }

    /** JSON written in a test. */
    public static JsonNode json(String text) {
        try {
            return ContractJson.mapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** The envelope of a record. */
    public static Envelope envelope(AtUri uri) {
        return envelope(uri, REV);
    }

    /** The envelope of a record that a rev wrote. */
    static Envelope envelope(AtUri uri, Tid rev) {
        return new Envelope(
                EventType.RAW,
                "urn:pressline:test",
                new EventKey.OfRecord(uri),
                rev,
                Optional.empty(),
                Operation.PUT,
                Origin.IMPORT,
                Verification.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /** What becomes of a record. */
    public static Normalization normalize(AtUri uri, JsonNode value, RepairSwitches switches) {
        Identity identity =
                new Identity(uri.did(), Optional.of(Handle.parse("fightforthefuture.org")));
        return new Normalizer(switches).normalize(new RawRecord(envelope(uri), value), identity);
    }

    /** The document a record becomes. */
    public static Document document(JsonNode value, RepairSwitches switches) {
        return switch (normalize(SEED, value, switches)) {
            case Normalization.Published(Document document) -> document;
            case Normalization other -> throw new AssertionError("no document: " + other);
        };
    }
}

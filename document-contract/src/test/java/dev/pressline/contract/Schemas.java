package dev.pressline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The published JSON Schemas, found by their {@code $id} on the class path, never fetched. */
public final class Schemas {

    /** What the {@code $id} of every schema begins with. */
    public static final String BASE = "https://pressline.dev/schemas/";

    /** The schema of the envelope of an event about a record or an account. */
    public static final String RECORD_ENVELOPE = BASE + "envelope.v1.json#/$defs/record";

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaIdResolvers(
                                    ids -> ids.mapPrefix(BASE, "classpath:pressline/schemas/")));

    private Schemas() {}

    /** What is wrong with a value of a topic by its schema; empty when nothing is. */
    public static List<String> faults(EventType type, byte[] json) {
        try {
            return faults(type.dataSchema(), ContractJson.mapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a value by the schema of this {@code $id}; empty when nothing is. */
    public static List<String> faults(String id, JsonNode value) {
        return REGISTRY.getSchema(SchemaLocation.of(id)).validate(value).stream()
                .map(Error::toString)
                .toList();
    }
}

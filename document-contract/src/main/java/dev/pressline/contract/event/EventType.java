package dev.pressline.contract.event;

import dev.pressline.contract.wire.Spelled;
import java.util.Optional;

/** The kinds of events, each with its CloudEvents type and the schema of its value. */
public enum EventType implements Spelled {
    /** A record as received. */
    RAW("dev.pressline.raw", "raw"),
    /** A normalized document, publication, subscription or account state. */
    NORMALIZED("dev.pressline.normalized", "normalized"),
    /** A printing order. */
    JOB("dev.pressline.job", "job"),
    /** What one partition of the index tells another of channels and lists. */
    FEED("dev.pressline.feed", "feed"),
    /** A manifest of something printed or removed. */
    RENDERED("dev.pressline.rendered", "rendered"),
    /** A position of a source. */
    CURSOR("dev.pressline.cursor", "cursor");

    private static final String SCHEMAS = "https://pressline.dev/schemas/";
    private static final String FOLDER = "/pressline/schemas/";

    private final String text;
    private final String schema;

    EventType(String text, String schema) {
        this.text = text;
        this.schema = schema;
    }

    /** The CloudEvents type. */
    @Override
    public String text() {
        return text;
    }

    /**
     * The {@code $id} of the value's JSON Schema: a name, to be looked up in {@link
     * #schemaResource()}, never to be fetched.
     */
    public String dataSchema() {
        return SCHEMAS + schemaFile();
    }

    /** Where the value's JSON Schema lies on the class path. */
    public String schemaResource() {
        return FOLDER + schemaFile();
    }

    private String schemaFile() {
        return schema + ".v1.json";
    }

    /** The kind with this CloudEvents type, or empty. */
    public static Optional<EventType> of(String text) {
        return Spelled.find(values(), text);
    }
}

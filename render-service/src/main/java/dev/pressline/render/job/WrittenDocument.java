package dev.pressline.render.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A document and its JSON, which is written once for all who need it: writing one is a large part
 * of what a document costs. Immutable as long as nobody writes into its array.
 */
@JsonSerialize(using = WrittenDocument.Writer.class)
public final class WrittenDocument {

    private final Document document;
    private final byte[] json;

    private WrittenDocument(Document document) {
        this.document = document;
        this.json = ContractJson.write(document);
    }

    /** A document, written. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WrittenDocument of(Document document) {
        return new WrittenDocument(document);
    }

    /** The document. */
    public Document document() {
        return document;
    }

    /** Its JSON in UTF-8. */
    public byte[] json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrittenDocument that && document.equals(that.document);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(document);
    }

    @Override
    public String toString() {
        return document.toString();
    }

    static final class Writer extends JsonSerializer<WrittenDocument> {

        @Override
        public void serialize(WrittenDocument value, JsonGenerator json, SerializerProvider none)
                throws IOException {
            json.writeRawValue(new String(value.json, StandardCharsets.UTF_8));
        }
    }
}

package dev.pressline.ingest.stream;

import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.ingest.row.RejectionReason;
import java.io.IOException;

/** Reads messages that hold one JSON object. Stateless. */
final class JsonMessages {

    private JsonMessages() {}

    /** Makes an event of what a message says. */
    interface Reader {
        StreamEvent read(EventJson message);
    }

    /** What {@code reader} makes of a message, or why it can never be read. */
    static StreamEvent read(StreamMessage message, Reader reader) {
        return switch (message) {
            case StreamMessage.Binary binary ->
                    unreadable(RejectionReason.NOT_JSON, "a binary message nobody asked for");
            case StreamMessage.Text(byte[] json) -> read(json, reader);
        };
    }

    private static StreamEvent read(byte[] json, Reader reader) {
        try {
            return reader.read(EventJson.read(json));
        } catch (IOException e) {
            return unreadable(RejectionReason.NOT_JSON, String.valueOf(e.getMessage()));
        } catch (InvalidIdentifierException e) {
            return unreadable(RejectionReason.BAD_URI, String.valueOf(e.getMessage()));
        }
    }

    static StreamEvent unreadable(RejectionReason reason, String message) {
        return new StreamEvent.Unreadable(reason, message);
    }
}

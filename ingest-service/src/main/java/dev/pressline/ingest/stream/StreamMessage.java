package dev.pressline.ingest.stream;

/** A message as it comes out of a socket. Immutable; arrays are handed over. */
public sealed interface StreamMessage {

    /** The size, in bytes. */
    int size();

    /** A text message, in UTF-8. */
    record Text(byte[] utf8) implements StreamMessage {
        @Override
        public int size() {
            return utf8.length;
        }
    }

    /** A binary message. */
    record Binary(byte[] bytes) implements StreamMessage {
        @Override
        public int size() {
            return bytes.length;
        }
    }
}

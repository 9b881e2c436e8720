package dev.pressline.ingest.stream;

/**
 * Reads the messages of one kind of stream, in their order. Never throws for what a message holds.
 * Not thread-safe.
 */
public interface StreamDecoder {

    /** What a message says. */
    StreamEvent decode(StreamMessage message);
}

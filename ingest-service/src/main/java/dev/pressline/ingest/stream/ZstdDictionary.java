package dev.pressline.ingest.stream;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStream;
import dev.pressline.ingest.row.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A dictionary that messages are compressed with, one zstd frame (RFC 8878) each. Holds native
 * memory, a hundred kilobytes and the dictionary, until it is closed. Not thread-safe.
 */
public final class ZstdDictionary implements AutoCloseable {

    /** The largest message, in bytes. */
    public static final int MAX_MESSAGE = 32 * 1024 * 1024;

    private static final int MAGIC = 0xEC30A437;
    private static final int HEADER = 8;

    private final long id;
    private final ZstdDictDecompress dictionary;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();

    private ZstdDictionary(long id, byte[] bytes) {
        this.id = id;
        this.dictionary = new ZstdDictDecompress(bytes);
        context.loadDict(dictionary);
    }

    /** Reads a dictionary in zstd's format; empty where the bytes are none. */
    public static Optional<ZstdDictionary> of(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER || header.getInt() != MAGIC) {
            return Optional.empty();
        }
        long id = Integer.toUnsignedLong(header.getInt());
        return id == 0 ? Optional.empty() : Optional.of(new ZstdDictionary(id, bytes));
    }

    /** The number that names it, in the stream's query and in each frame. */
    public long id() {
        return id;
    }

    /** Whether a frame says that it was compressed with this dictionary. */
    boolean made(byte[] frame) {
        return Zstd.getDictIdFromFrame(frame) == id;
    }

    /**
     * The message in a frame; throws {@link IOException} for what is none or larger than allowed.
     */
    byte[] decompress(byte[] frame) throws IOException {
        long stated = Zstd.getFrameContentSize(frame);
        if (stated > MAX_MESSAGE) {
            throw new IOException("the message has " + stated + " bytes");
        }
        return stated > 0 ? ofSize(frame, (int) stated) : ofUnknownSize(frame);
    }

    private byte[] ofSize(byte[] frame, int size) throws IOException {
        try {
            return context.decompress(frame, size);
        } catch (ZstdException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private byte[] ofUnknownSize(byte[] frame) throws IOException {
        try (ZstdInputStream in = new ZstdInputStream(new ByteArrayInputStream(frame))) {
            byte[] message = in.setDict(dictionary).readNBytes(MAX_MESSAGE + 1);
            if (message.length > MAX_MESSAGE) {
                throw new IOException("the message has more than " + MAX_MESSAGE + " bytes");
            }
            return message;
        }
    }

    /** What {@code plain} makes of a message, or of what is in it when it is a frame. */
    public StreamEvent decode(StreamMessage message, StreamDecoder plain) {
        return switch (message) {
            case StreamMessage.Text text -> plain.decode(text);
            case StreamMessage.Binary(byte[] frame) -> decode(frame, plain);
        };
    }

    private StreamEvent decode(byte[] frame, StreamDecoder plain) {
        if (!made(frame)) {
            return new StreamEvent.Ended(
                    "UnknownZstdDictionary", "a message was compressed with another dictionary");
        }
        try {
            return plain.decode(new StreamMessage.Text(decompress(frame)));
        } catch (IOException e) {
            return new StreamEvent.Unreadable(
                    RejectionReason.NOT_JSON, "not a zstd frame: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        context.close();
        dictionary.close();
    }
}

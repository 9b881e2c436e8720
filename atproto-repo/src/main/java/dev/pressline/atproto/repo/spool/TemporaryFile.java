package dev.pressline.atproto.repo.spool;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written at its end, read anywhere, and goes when it is closed. Reading is
 * thread-safe, writing is not.
 */
public final class TemporaryFile implements AutoCloseable {

    /** With what the names of such files end, for whoever sweeps up what killed processes left. */
    public static final String ENDING = ".spool";

    private final FileChannel channel;
    private final OutputStream end;

    private TemporaryFile(FileChannel channel) {
        this.channel = channel;
        this.end = Channels.newOutputStream(channel);
    }

    /**
     * A new one, empty, whose name begins with {@code prefix}, in a directory that is there; throws
     * {@link IOException} when the disk refuses it.
     */
    public static TemporaryFile create(Path directory, String prefix) throws IOException {
        return new TemporaryFile(
                FileChannel.open(
                        Files.createTempFile(directory, prefix, ENDING),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Writes at its end, without a buffer. */
    public OutputStream end() {
        return end;
    }

    /**
     * The bytes from {@code offset} on; throws {@link UncheckedIOException} if it has no so many.
     */
    public byte[] read(long offset, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) {
                    throw new IOException("the temporary file is shorter than it was");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.array();
    }

    /** Deletes it; throws {@link UncheckedIOException} when the disk refuses that. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

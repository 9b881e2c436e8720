package dev.pressline.local.export;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Byte strings that wait in a temporary file, which goes when it is closed. Not thread-safe. */
final class SpillFile implements AutoCloseable {

    private final FileChannel channel;
    private long end;

    SpillFile(Path file) {
        try {
            this.channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be written", e);
        }
    }

    /** Where one byte string waits. */
    record Piece(long position, int length) {}

    Piece append(byte[] bytes) {
        Piece piece = new Piece(end, bytes.length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            while (buffer.hasRemaining()) {
                end += channel.write(buffer, end);
            }
            return piece;
        } catch (IOException e) {
            throw new LaunchException("values cannot be kept aside: " + e.getMessage(), e);
        }
    }

    byte[] read(Piece piece) {
        ByteBuffer buffer = ByteBuffer.allocate(piece.length());
        try {
            while (buffer.hasRemaining()
                    && channel.read(buffer, piece.position() + buffer.position()) >= 0) {
                continue;
            }
            return buffer.array();
        } catch (IOException e) {
            throw new LaunchException("values cannot be read back: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LaunchException("a temporary file does not close", e);
        }
    }
}

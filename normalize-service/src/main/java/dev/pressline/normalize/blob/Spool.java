package dev.pressline.normalize.blob;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.store.Sha256;
import dev.pressline.normalize.image.Bytes;
import dev.pressline.normalize.image.Piece;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * A temporary file that takes one blob in; gone when closed. Failures of the disk are {@link
 * InfrastructureException}s. Not thread-safe.
 */
public final class Spool implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final OutputStream sink;

    Spool(Path file, OutputStream sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Where the bytes go. */
    public OutputStream sink() {
        return sink;
    }

    /** The file with everything that was written; no more can be. */
    Path finished() {
        try {
            sink.close();
            return file;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** What a reader makes of the finished file, of which 64 KiB are in memory at a time. */
    public <T> T read(Function<Bytes, T> reader) {
        try (RandomAccessFile open = new RandomAccessFile(finished().toFile(), "r")) {
            return reader.apply(
                    new Bytes(open.length(), (offset, into) -> fill(open, offset, into)));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private int fill(RandomAccessFile open, long offset, byte[] into) {
        try {
            open.seek(offset);
            int filled = 0;
            int more = open.read(into);
            while (more > 0) {
                filled += more;
                more = open.read(into, filled, into.length - filled);
            }
            return filled;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** Writes pieces of the finished file into another; returns their SHA-256 in hex. */
    public String copyTo(Spool copy, List<Piece> pieces) {
        try (RandomAccessFile open = new RandomAccessFile(finished().toFile(), "r");
                DigestOutputStream out = new DigestOutputStream(copy.sink(), Sha256.digest())) {
            byte[] buffer = new byte[BUFFER];
            for (Piece piece : pieces) {
                switch (piece) {
                    case Piece.Kept(long from, long length) -> {
                        open.seek(from);
                        copy(open, out, length, buffer);
                    }
                    case Piece.Blank(long length) -> blank(out, length);
                    case Piece.Written(byte[] bytes) -> out.write(bytes);
                }
            }
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (IOException e) {
            throw failed(copy.file, e);
        }
    }

    private static void copy(RandomAccessFile from, OutputStream to, long length, byte[] buffer)
            throws IOException {
        long left = length;
        while (left > 0) {
            int count = (int) Math.min(left, buffer.length);
            from.readFully(buffer, 0, count);
            to.write(buffer, 0, count);
            left -= count;
        }
    }

    private static void blank(OutputStream to, long length) throws IOException {
        byte[] zeros = new byte[(int) Math.min(length, BUFFER)];
        for (long left = length; left > 0; left -= zeros.length) {
            to.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }

    /** The size of the finished file in bytes. */
    long size() {
        try {
            return Files.size(finished());
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    static InfrastructureException failed(Path path, IOException e) {
        return new InfrastructureException("cannot spool a blob to " + path + ": " + e, e);
    }

    @Override
    public void close() {
        try {
            sink.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }
}

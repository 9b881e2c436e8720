package dev.pressline.atproto.http;

import java.io.IOException;
import java.io.InputStream;

/** A body of which no more than so many bytes are read, decompressed. Not thread-safe. */
final class BoundedBody extends InputStream {

    private final InputStream in;
    private long left;

    BoundedBody(InputStream in, long maxBytes) {
        this.in = in;
        this.left = maxBytes;
    }

    /** The body goes on where it may not. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new TooLargeException();
        }
    }
}

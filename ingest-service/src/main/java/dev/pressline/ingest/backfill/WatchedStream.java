package dev.pressline.ingest.backfill;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that says so when bytes come. Not thread-safe. */
final class WatchedStream extends FilterInputStream {

    private final Runnable onBytes;

    WatchedStream(InputStream in, Runnable onBytes) {
        super(in);
        this.onBytes = onBytes;
    }

    @Override
    public int read() throws IOException {
        onBytes.run();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        onBytes.run();
        return super.read(into, offset, length);
    }
}

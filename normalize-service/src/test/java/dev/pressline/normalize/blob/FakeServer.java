package dev.pressline.normalize.blob;

import dev.pressline.contract.identifier.Cid;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of blobs that does what a test says. */
public final class FakeServer implements BlobServer {

    /** What it does with a request. */
    public interface Behaviour {
        /** Answers a request for a blob. */
        Answer fetch(Cid cid, OutputStream sink) throws IOException;
    }

    /** How often it was asked. */
    public final AtomicInteger asked = new AtomicInteger();

    /** What it does. */
    public volatile Behaviour behaviour;

    private final String host;

    /** A server of this name. */
    public FakeServer(String host, Behaviour behaviour) {
        this.host = host;
        this.behaviour = behaviour;
    }

    /** Gives these bytes, whatever is asked for. */
    public static Behaviour giving(byte[] bytes) {
        return (cid, sink) -> {
            sink.write(bytes);
            return new Answer.Found();
        };
    }

    @Override
    public String host() {
        return host;
    }

    @Override
    public Answer fetch(Cid cid, OutputStream sink) {
        asked.incrementAndGet();
        try {
            return behaviour.fetch(cid, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

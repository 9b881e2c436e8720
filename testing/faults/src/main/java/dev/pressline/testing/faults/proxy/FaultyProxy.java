package dev.pressline.testing.faults.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy on loopback whose {@link Mood} may change at any time, also for connections that are
 * open. It counts whom its mood has struck, so that a test can prove that the fault happened.
 * Thread-safe.
 */
public final class FaultyProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong struck = new AtomicLong();
    private volatile int target;
    private volatile Mood mood = new Mood.Pass();

    private FaultyProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /** Starts one before a loopback port, on a free port; everything passes. */
    public static FaultyProxy before(int target) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        FaultyProxy proxy = new FaultyProxy(listener, target);
        Thread.ofVirtual().name("proxy-" + listener.getLocalPort()).start(proxy::accept);
        return proxy;
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Has new connections lead to another port. */
    public void leadTo(int port) {
        target = port;
    }

    /** Changes the mood, and forgets whom the last one struck. */
    public void mood(Mood next) {
        mood = next;
        struck.set(0);
        links.stream().filter(Link::isLost).forEach(Link::reset);
        if (next instanceof Mood.Reset) {
            links.forEach(this::strikeDown);
        }
    }

    /** How many connections or chunks the mood has treated other than by letting them pass. */
    public long struck() {
        return struck.get();
    }

    Mood mood() {
        return mood;
    }

    void strike() {
        struck.incrementAndGet();
    }

    private void strikeDown(Link link) {
        strike();
        link.reset();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new IllegalStateException("the proxy cannot listen", e);
                }
            }
        }
    }

    private void serve(Socket client) {
        Link link = new Link(this, client);
        links.add(link);
        Thread.ofVirtual()
                .start(
                        () -> {
                            link.run(target);
                            links.remove(link);
                        });
    }

    @Override
    public void close() throws IOException {
        listener.close();
        links.forEach(Link::reset);
    }
}

package dev.pressline.testing.faults.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/** A connection through a proxy. Thread-safe. */
final class Link {

    private static final int CHUNK = 16 * 1024;
    private static final int LAST_WORDS_MILLIS = 1_000;

    private final FaultyProxy proxy;
    private final Socket client;
    private final Socket server = new Socket();
    private volatile boolean lost;
    private long answered;

    Link(FaultyProxy proxy, Socket client) {
        this.proxy = proxy;
        this.client = client;
    }

    /** Whether something of it was swallowed, so that it can never be whole again. */
    boolean isLost() {
        return lost;
    }

    /** Serves the client until the connection ends. */
    void run(int target) {
        try {
            switch (proxy.mood()) {
                case Mood.Reset reset -> strikeDown();
                case Mood.BlackHole hole -> swallowAll();
                case Mood.Answer answer -> answer(answer);
                case Mood.Pass pass -> join(target);
                case Mood.Latency latency -> join(target);
                case Mood.Drip drip -> join(target);
                case Mood.CutAfter cut -> join(target);
            }
        } catch (IOException e) {
            reset();
        }
    }

    private void join(int target) throws IOException {
        server.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread up = Thread.ofVirtual().start(() -> pump(client, server, false));
        pump(server, client, true);
        try {
            up.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private void pump(Socket from, Socket to, boolean isAnswer) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                pass(chunk, read, out, isAnswer);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset();
        }
    }

    private void pass(byte[] chunk, int length, OutputStream out, boolean isAnswer)
            throws IOException {
        switch (lost ? new Mood.BlackHole() : proxy.mood()) {
            case Mood.Pass pass -> out.write(chunk, 0, length);
            case Mood.Latency latency -> {
                proxy.strike();
                sleep(latency.delay());
                out.write(chunk, 0, length);
            }
            case Mood.Drip drip -> drip(chunk, length, out, drip);
            case Mood.CutAfter cut -> cut(chunk, length, out, isAnswer ? cut.bytes() : -1);
            case Mood.Reset reset -> strikeDown();
            case Mood.BlackHole hole -> {
                proxy.strike();
                lost = true;
            }
            case Mood.Answer answer -> answer(answer);
        }
    }

    private void drip(byte[] chunk, int length, OutputStream out, Mood.Drip drip)
            throws IOException {
        proxy.strike();
        for (int from = 0; from < length; from += drip.bytes()) {
            out.write(chunk, from, Math.min(drip.bytes(), length - from));
            out.flush();
            sleep(drip.pause());
        }
    }

    /** Lets {@code most} bytes pass in all before the end; all, where it is negative. */
    private void cut(byte[] chunk, int length, OutputStream out, long most) throws IOException {
        int allowed = most < 0 ? length : (int) Math.min(length, most - answered);
        out.write(chunk, 0, Math.max(0, allowed));
        if (most >= 0) {
            answered += allowed;
        }
        if (allowed < length) {
            proxy.strike();
            close();
        }
    }

    private void swallowAll() throws IOException {
        proxy.strike();
        lost = true;
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Answers, and hears the client out: what is unread when it ends would destroy the answer. */
    private void answer(Mood.Answer answer) throws IOException {
        proxy.strike();
        server.close();
        client.getOutputStream().write(answer.bytes());
        client.shutdownOutput();
        client.setSoTimeout(LAST_WORDS_MILLIS);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
        client.close();
    }

    private void strikeDown() {
        proxy.strike();
        reset();
    }

    /** Ends it with a reset; one that has ended meanwhile stays as it is. */
    void reset() {
        try (client;
                server) {
            if (!client.isClosed()) {
                client.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            lost = true;
        }
    }

    private void close() {
        try {
            client.close();
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket does not close", e);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.pressline.render.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends bodies piece by piece, each only when the one before it is taken, so that neither a large
 * body nor a slow client fills the memory. Waits on the calling thread. Thread-safe.
 *
 * @param patience how long a client may take for a piece of 64 KiB
 */
record SlowestPace(Duration patience) {

    private static final int PIECE = 64 * 1024;

    /** The client went away, or took too long. */
    static final class ClientLostException extends Exception {

        private static final long serialVersionUID = 1;

        ClientLostException(Throwable cause) {
            super(cause);
        }
    }

    /** Sends all bytes of {@code body} and ends the answer; its length must be announced. */
    void send(HttpServerResponse response, InputStream body)
            throws ClientLostException, IOException {
        for (byte[] piece = body.readNBytes(PIECE);
                piece.length > 0;
                piece = body.readNBytes(PIECE)) {
            await(response, piece);
        }
        response.end();
    }

    private void await(HttpServerResponse response, byte[] piece) throws ClientLostException {
        try {
            response.write(Buffer.buffer(piece))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ClientLostException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientLostException(e);
        }
    }
}

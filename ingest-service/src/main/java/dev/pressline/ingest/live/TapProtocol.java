package dev.pressline.ingest.live;

import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.stream.StreamDecoder;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Tap's {@code /channel}, which keeps our place itself: it sends again what is not acknowledged.
 */
record TapProtocol(HttpUrl url, Optional<String> password, StreamDecoder decoder)
        implements StreamProtocol {

    @Override
    public Request request(Optional<Cursor.OfStream> cursor) {
        Request.Builder request =
                new Request.Builder().url(url.newBuilder().encodedPath("/channel").build());
        password.ifPresent(
                secret -> request.header("Authorization", Credentials.basic("admin", secret)));
        return request.build();
    }

    @Override
    public boolean tellsOfEveryAccount() {
        return false;
    }

    @Override
    public Optional<String> acknowledgement(long position) {
        return Optional.of("{\"type\":\"ack\",\"id\":" + position + '}');
    }
}

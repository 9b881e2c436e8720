package dev.pressline.ingest.live;

import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.StreamDecoder;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Jetstream version 2. Its positions are one host's own; at another host, or where they are too
 * old, reading goes on by time.
 */
record JetstreamV2Protocol(HttpUrl url, WantedCollections wanted, StreamDecoder decoder)
        implements StreamProtocol {

    private static final String PATH = "xrpc/network.bsky.jetstream.subscribeEvents";

    @Override
    public Request request(Optional<Cursor.OfStream> cursor) {
        HttpUrl.Builder target = url.newBuilder().encodedPath("/" + PATH);
        wanted.patterns().forEach(each -> target.addQueryParameter("collections", each));
        cursor.map(this::position)
                .ifPresent(at -> target.addQueryParameter("cursor", Long.toString(at)));
        return new Request.Builder()
                .url(target.build())
                .header("Sec-WebSocket-Protocol", "xrpc.v1.json")
                .build();
    }

    private long position(Cursor.OfStream cursor) {
        boolean usable = cursor.host().equals(url.host()) && cursor.position() > 0;
        return usable ? cursor.position() : JetstreamV1Protocol.earlier(cursor.time());
    }
}

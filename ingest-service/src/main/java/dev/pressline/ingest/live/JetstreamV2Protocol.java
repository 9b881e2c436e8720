package dev.pressline.ingest.live;

import dev.pressline.ingest.archive.ArchiveClient;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.StreamDecoder;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Jetstream version 2, compressed where the server has a dictionary. Its positions are one host's
 * own; at another host, or where they are too old, reading goes on by time.
 */
record JetstreamV2Protocol(
        HttpUrl url,
        WantedCollections wanted,
        StreamDecoder plain,
        Optional<JetstreamCompression> compression,
        Optional<ArchiveClient> archive)
        implements StreamProtocol {

    private static final String PATH = "xrpc/network.bsky.jetstream.subscribeEvents";

    @Override
    public StreamDecoder decoder() {
        return compression.isPresent()
                ? message -> compression.get().decode(message, plain)
                : plain;
    }

    @Override
    public void close() {
        compression.ifPresent(JetstreamCompression::close);
    }

    @Override
    public void refused(String why) {
        if (why.contains("UnknownZstdDictionary")) {
            compression.ifPresent(JetstreamCompression::refused);
        }
    }

    @Override
    public Request request(Optional<Cursor.OfStream> cursor) {
        HttpUrl.Builder target = url.newBuilder().encodedPath("/" + PATH);
        wanted.patterns().forEach(each -> target.addQueryParameter("collections", each));
        cursor.map(this::position)
                .ifPresent(at -> target.addQueryParameter("cursor", Long.toString(at)));
        compression
                .flatMap(JetstreamCompression::next)
                .map(dictionary -> Long.toString(dictionary.id()))
                .ifPresent(id -> target.addQueryParameter("zstdDictionary", id));
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

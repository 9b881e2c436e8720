package dev.pressline.ingest.live;

import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.StreamDecoder;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Jetstream version 1. Its positions are times, which at another host are a little off. */
record JetstreamV1Protocol(HttpUrl url, WantedCollections wanted, StreamDecoder decoder)
        implements StreamProtocol {

    /** How far another host's times may be behind. */
    static final Duration OVERLAP = Duration.ofMinutes(5);

    @Override
    public Request request(Optional<Cursor.OfStream> cursor) {
        HttpUrl.Builder target = url.newBuilder().encodedPath("/subscribe");
        wanted.patterns().forEach(each -> target.addQueryParameter("wantedCollections", each));
        cursor.map(this::time)
                .ifPresent(at -> target.addQueryParameter("cursor", Long.toString(at)));
        return new Request.Builder().url(target.build()).build();
    }

    private long time(Cursor.OfStream cursor) {
        boolean sameHost = cursor.host().equals(url.host());
        return sameHost ? cursor.time() : earlier(cursor.time());
    }

    /** A time that is surely before what another host has done, in microseconds. */
    static long earlier(long micros) {
        return Math.max(0, micros - OVERLAP.toNanos() / 1_000);
    }
}

package dev.pressline.ingest.live;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.stream.RepoHeads;
import dev.pressline.ingest.stream.StreamDecoder;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * {@code com.atproto.sync.subscribeRepos}. Its positions are one host's own: at another host
 * reading begins with the oldest it has.
 */
record FirehoseProtocol(HttpUrl url, StreamDecoder decoder, RepoHeads heads)
        implements StreamProtocol {

    private static final String PATH = "xrpc/com.atproto.sync.subscribeRepos";

    @Override
    public Request request(Optional<Cursor.OfStream> cursor) {
        HttpUrl.Builder target = url.newBuilder().encodedPath("/" + PATH);
        cursor.map(at -> at.host().equals(url.host()) ? at.position() : 0)
                .ifPresent(at -> target.addQueryParameter("cursor", Long.toString(at)));
        return new Request.Builder().url(target.build()).build();
    }

    @Override
    public Map<Did, Optional<RepoHeads.Head>> headChanges() {
        return heads.takeChanges();
    }
}

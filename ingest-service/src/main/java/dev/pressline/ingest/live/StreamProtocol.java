package dev.pressline.ingest.live;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.archive.ArchiveClient;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.stream.RepoHeads;
import dev.pressline.ingest.stream.StreamDecoder;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;

/** How one kind of stream is asked for and answered. Used by one thread. */
interface StreamProtocol {

    /** What opens the stream behind {@code cursor}, or from now on without one. */
    Request request(Optional<Cursor.OfStream> cursor);

    /** What reads its messages. */
    StreamDecoder decoder();

    /** Whether it tells of every account of the network, not only of those that matter here. */
    default boolean tellsOfEveryAccount() {
        return true;
    }

    /** What changed of the commits that are remembered, since this was last asked. */
    default Map<Did, Optional<RepoHeads.Head>> headChanges() {
        return Map.of();
    }

    /** The archive of the host, where what is too old for the stream is still to be had. */
    default Optional<ArchiveClient> archive() {
        return Optional.empty();
    }

    /** Lets go of what it holds; it is used no further. */
    default void close() {}

    /** Hears why the host refused or ended a connection. */
    default void refused(String why) {}

    /** What tells the host that a message is done, for hosts that want to hear it. */
    default Optional<String> acknowledgement(long position) {
        return Optional.empty();
    }
}

package dev.pressline.ingest.source;

import dev.pressline.contract.event.Origin;
import dev.pressline.contract.identifier.Did;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Somewhere that records come from. Immutable. */
public sealed interface RecordSource {

    /** The longest name that goes into an id as it is, in characters. */
    int MAX_NAME = 200;

    /** The name of the source in envelopes and the key of its cursor, a URN. */
    String id();

    /** How its records come to us. */
    Origin origin();

    /** Whether what can never be a record is dead-lettered; otherwise its sender is told. */
    default boolean deadLetters() {
        return true;
    }

    /** A file of records, read by this service. */
    record FileSource(Path path) implements RecordSource {

        @Override
        public String id() {
            return urn("file", path.toAbsolutePath().normalize().toString());
        }

        @Override
        public Origin origin() {
            return Origin.IMPORT;
        }
    }

    /**
     * Records given to us over HTTP.
     *
     * @param origin {@link Origin#PUSH}, or {@link Origin#IMPORT} where a tool sends files
     * @param name what the sender calls it
     */
    record PushSource(Origin origin, String name) implements RecordSource {

        @Override
        public String id() {
            return urn(origin.text(), name);
        }

        @Override
        public boolean deadLetters() {
            return origin == Origin.IMPORT;
        }
    }

    /**
     * A repository, read from its PDS.
     *
     * @param repo the handle or DID that was asked for
     */
    record RepoBackfillSource(String repo) implements RecordSource {

        @Override
        public String id() {
            return urn("backfill", repo);
        }

        @Override
        public Origin origin() {
            return Origin.BACKFILL;
        }
    }

    /**
     * A repository that is read because the network lists it, or because what we have of it is
     * doubtful.
     *
     * @param did whose
     */
    record RepoSource(Did did) implements RecordSource {

        /** What every id begins with. */
        public static final String PREFIX = "urn:pressline:repo:";

        @Override
        public String id() {
            return urn("repo", did.value());
        }

        @Override
        public Origin origin() {
            return Origin.BACKFILL;
        }
    }

    /**
     * All repositories that a relay lists.
     *
     * @param relay its host
     */
    record NetworkSource(String relay) implements RecordSource {

        @Override
        public String id() {
            return urn("network", relay);
        }

        @Override
        public Origin origin() {
            return Origin.BACKFILL;
        }
    }

    /** All repositories of which anything is known. */
    record SweepSource() implements RecordSource {

        @Override
        public String id() {
            return urn("sweep", "repos");
        }

        @Override
        public Origin origin() {
            return Origin.BACKFILL;
        }
    }

    /**
     * A live stream.
     *
     * @param name what the configuration calls it
     */
    record StreamSource(String name) implements RecordSource {

        @Override
        public String id() {
            return urn("stream", name);
        }

        @Override
        public Origin origin() {
            return Origin.LIVE;
        }
    }

    private static String urn(String kind, String name) {
        String capped = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
        String encoded = URLEncoder.encode(capped, StandardCharsets.UTF_8).replace("+", "%20");
        return "urn:pressline:" + kind + ':' + encoded.replace("%3A", ":").replace("%2F", "/");
    }
}

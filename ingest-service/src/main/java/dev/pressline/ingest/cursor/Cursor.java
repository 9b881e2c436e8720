package dev.pressline.ingest.cursor;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How far a source was read: everything before it is with the brokers. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Cursor.OfFile.class, name = "file"),
    @JsonSubTypes.Type(value = Cursor.OfRepo.class, name = "repo"),
    @JsonSubTypes.Type(value = Cursor.OfStream.class, name = "stream"),
    @JsonSubTypes.Type(value = Cursor.OfNetwork.class, name = "network")
})
public sealed interface Cursor {

    /** A hash of the wanted collections that the source was read for. */
    String filter();

    /** The claim it was moved under; {@link Claim#NONE} where nobody claimed. */
    default Claim movedUnder() {
        return Claim.NONE;
    }

    /**
     * In a file.
     *
     * @param filter as above
     * @param offset bytes done
     * @param line lines done
     * @param size bytes of the file when it was read
     * @param modified when it had last been changed, in milliseconds since 1970
     */
    record OfFile(String filter, long offset, long line, long size, long modified)
            implements Cursor {}

    /**
     * In a repository.
     *
     * @param filter as above
     * @param repo the handle or DID that was asked for
     * @param done whether all of it is read
     * @param records how many records the brokers have
     * @param place where to go on, absent before the first page and after the last
     */
    record OfRepo(String filter, String repo, boolean done, long records, Optional<Place> place)
            implements Cursor {}

    /**
     * In a stream.
     *
     * @param filter as above
     * @param host whose numbers these are
     * @param position the last message done, as the host counts; 0 before the first
     * @param time when it was sent, in microseconds since 1970; 0 where the host does not say
     * @param claim whose it is; absent in cursors of versions that knew one replica only
     * @param collections the wanted ones that the filter is the hash of; none in older cursors
     * @param missing what the stream did not give and that is still to be read in another way
     */
    record OfStream(
            String filter,
            String host,
            long position,
            long time,
            Optional<Claim> claim,
            List<String> collections,
            List<Missing> missing)
            implements Cursor {

        /** Takes copies; what older cursors do not have is empty. */
        public OfStream {
            collections = List.copyOf(Objects.requireNonNullElse(collections, List.of()));
            missing = List.copyOf(Objects.requireNonNullElse(missing, List.of()));
        }

        @Override
        public Claim movedUnder() {
            return claim.orElse(Claim.NONE);
        }
    }

    /**
     * In the list of all repositories that hold some collections.
     *
     * @param filter as above
     * @param relay the host that lists them
     * @param done the collections that were listed to their end
     * @param collection the one being listed, absent between two
     * @param after the cursor of the relay, absent at the beginning of the collection
     * @param counts what became of the repositories before it
     */
    record OfNetwork(
            String filter,
            String relay,
            List<Nsid> done,
            Optional<Nsid> collection,
            Optional<String> after,
            Counts counts)
            implements Cursor {

        /** Takes a copy. */
        public OfNetwork {
            done = List.copyOf(done);
        }

        /** Before the first page. */
        public static OfNetwork begun(String filter, String relay) {
            return new OfNetwork(
                    filter, relay, List.of(), Optional.empty(), Optional.empty(), Counts.NONE);
        }

        /** Behind a page; {@code next} is absent where that was the last of its collection. */
        public OfNetwork behind(Nsid listed, Optional<String> next, Counts page) {
            Counts all = counts.plus(page);
            if (next.isPresent()) {
                return new OfNetwork(filter, relay, done, Optional.of(listed), next, all);
            }
            List<Nsid> more = new ArrayList<>(done);
            more.add(listed);
            return new OfNetwork(filter, relay, more, Optional.empty(), Optional.empty(), all);
        }
    }

    /**
     * What became of some repositories.
     *
     * @param repos how many were read
     * @param refused how many cannot be read as they are
     * @param records how many records the brokers have
     * @param deleted how many known records were gone
     */
    record Counts(long repos, long refused, long records, long deleted) {

        /** Nothing yet. */
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        /** The sum. */
        public Counts plus(Counts more) {
            return new Counts(
                    repos + more.repos,
                    refused + more.refused,
                    records + more.records,
                    deleted + more.deleted);
        }
    }

    /**
     * A place in a repository.
     *
     * @param did whose
     * @param rev the rev of its head before anything was listed, stamped on every record
     * @param collection the collection being listed; those before it in order are done
     * @param after the cursor of the PDS, absent at the beginning of the collection
     */
    record Place(Did did, Tid rev, Nsid collection, Optional<String> after) {}
}

package dev.pressline.ingest.archive;

/**
 * One event of an archive. Immutable; the array is handed over.
 *
 * @param seq its place, the same as in the live stream of the server
 * @param time when it was indexed, or else witnessed, in microseconds since 1970
 * @param kind what happened
 * @param collection of the record; empty for markers
 * @param did whose
 * @param rkey of the record; empty for markers
 * @param rev of the commit; empty for markers
 * @param payload DAG-CBOR: the record, or for markers the body of the relay's event
 */
public record ArchiveRow(
        long seq,
        long time,
        Kind kind,
        String collection,
        String did,
        String rkey,
        String rev,
        byte[] payload) {

    /** What an event is about. */
    public enum Kind {
        /** A record was created. */
        CREATE,
        /** A record was changed. */
        UPDATE,
        /** A record was deleted. */
        DELETE,
        /** Handle, keys or PDS may be others. */
        IDENTITY,
        /** The state of the account. */
        ACCOUNT,
        /** The repository was reset. */
        SYNC,
        /** A record was sent again when its repository was reset. */
        RESYNC;

        /** The kind of a number in a block; throws {@link InvalidArchiveException}. */
        static Kind of(int number) {
            if (number < 1 || number > values().length) {
                throw new InvalidArchiveException("there is no kind " + number);
            }
            return values()[number - 1];
        }
    }
}

package dev.pressline.ingest.row;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;

/**
 * A record as a PDS lists it, beside what it was asked for. The array is handed over.
 *
 * @param did the repository asked for
 * @param collection the collection asked for
 * @param rev the rev of the repository's head before listing
 * @param uri the address it claims
 * @param cid the CID it claims, empty for none
 * @param json its bytes as listed
 */
public record ListedRow(Did did, Nsid collection, Tid rev, String uri, String cid, byte[] json) {}

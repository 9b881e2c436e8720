package dev.pressline.atproto.pds;

/**
 * One record as a PDS lists it; every part is a claim. The array is handed over and must not
 * change.
 *
 * @param uri its address as text, empty when there is none
 * @param cid its CID as text, empty when there is none
 * @param json the bytes of the record exactly as listed; empty when there is none
 */
public record ListedRecord(String uri, String cid, byte[] json) {}

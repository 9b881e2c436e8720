package dev.pressline.contract.identifier;

/**
 * A reference to one version of a record ({@code com.atproto.repo.strongRef}). Immutable.
 *
 * @param uri the record
 * @param cid its version
 */
public record StrongRef(AtUri uri, Cid cid) {}

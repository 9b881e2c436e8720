package dev.pressline.ingest.row;

import dev.pressline.contract.event.Verification;

/** What became of comparing the CID that came with a record with the one computed from it. */
public enum CidCheck {
    /** None came with it. */
    NOT_STATED(Verification.NONE),
    /** The account signed the tree that holds it. */
    SIGNED(Verification.SIGNATURE),
    /** They are the same. */
    MATCHES(Verification.CID),
    /** They differ, or the record is no valid data and has none: the record is kept, unproven. */
    DIFFERS(Verification.NONE);

    private final Verification verification;

    CidCheck(Verification verification) {
        this.verification = verification;
    }

    /** How far the record counts as checked. */
    public Verification verification() {
        return verification;
    }
}

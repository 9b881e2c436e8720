package dev.pressline.normalize.lookup;

import dev.pressline.contract.identifier.Did;

/** Looks up handles, for as long as it takes. Thread-safe. */
public interface HandlePort {

    /** The handle of an account, as the network has it now. Blocks. */
    HandleState look(Did did);

    /** Forgets what was learnt of an account, because it may have changed. */
    void forget(Did did);
}

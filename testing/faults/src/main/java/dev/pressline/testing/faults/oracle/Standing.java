package dev.pressline.testing.faults.oracle;

import dev.pressline.contract.identifier.Tid;
import java.util.Optional;

/** How a record must stand on the site. Immutable. */
public sealed interface Standing {

    /** Its page is there, of this version. */
    record Present(Tid rev, Optional<String> cid) implements Standing {}

    /** Its page answers 410. */
    record Gone() implements Standing {}

    /** Its page is away for now: its account is not active. */
    record Hidden() implements Standing {}
}

package dev.pressline.atproto.identity;

import java.util.List;

/** Reads TXT records of the DNS. */
@FunctionalInterface
public interface TxtRecords {

    /** The texts of a name, joined where they came in pieces; empty without any, or without DNS. */
    List<String> of(String name);
}

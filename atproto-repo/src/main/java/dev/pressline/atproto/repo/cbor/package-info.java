/** Strict reading and writing of canonical DAG-CBOR. */
@NullMarked
package dev.pressline.atproto.repo.cbor;

import org.jspecify.annotations.NullMarked;

/** The AT Protocol's data model: JSON to canonical DAG-CBOR, and the CID of a record. */
@NullMarked
package dev.pressline.contract.data;

import org.jspecify.annotations.NullMarked;

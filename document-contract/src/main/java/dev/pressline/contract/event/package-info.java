/** What travels on the topics: names, keys, CloudEvents envelope and partitioning by account. */
@NullMarked
package dev.pressline.contract.event;

import org.jspecify.annotations.NullMarked;

/** CAR files, version 1: streams of blocks, each found and checked by its CID. */
@NullMarked
package dev.pressline.atproto.repo.car;

import org.jspecify.annotations.NullMarked;

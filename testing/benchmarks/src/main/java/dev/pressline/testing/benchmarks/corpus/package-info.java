/** A reproducible corpus of synthetic records; its bytes never change. */
package dev.pressline.testing.benchmarks.corpus;

package dev.pressline.testing.benchmarks.corpus;

import java.util.List;

/**
 * A block of a document, before it is put into any format: {@code p}aragraph, {@code h}eading,
 * {@code u}nordered or {@code o}rdered list, {@code q}uote, {@code c}ode, {@code r}ule. Immutable.
 */
record Block(char type, int level, List<List<Span>> lines, String lang) {}

package dev.pressline.kit.stage;

/**
 * Who a stage is, in logs, metrics and dead letters.
 *
 * @param stage the stage's name, such as {@code normalize}
 * @param deadLetterTopic where its dead letters go
 * @param version the version of the software
 */
public record StageIdentity(String stage, String deadLetterTopic, String version) {}

package dev.pressline.contract.document;

/** The colours of a publication, each as {@code #rrggbb}. Immutable. */
public record Theme(String background, String foreground, String accent, String accentForeground) {}

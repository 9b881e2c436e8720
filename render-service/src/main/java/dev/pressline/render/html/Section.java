package dev.pressline.render.html;

/**
 * A heading of a body as it was written.
 *
 * @param id its id on the page
 * @param level its level on the page, 2 to 6
 * @param text its text without marks
 */
public record Section(String id, int level, String text) {}

package dev.pressline.render.page;

import dev.pressline.contract.identifier.AtUri;

/**
 * A link to the page of another document.
 *
 * @param document the document
 * @param title its title, perhaps empty
 */
public record PageLink(AtUri document, String title) {}

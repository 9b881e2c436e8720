package dev.pressline.render.page;

import java.util.List;
import java.util.Optional;

/**
 * What the author's own labels warn of; the document is then shown only to those who ask for it.
 *
 * @param notice the warning, a sentence
 */
public record Sensitivity(String notice) {

    private static final List<String> SEXUAL = List.of("porn", "sexual", "nudity");
    private static final List<String> GRAPHIC = List.of("gore", "nsfl", "graphic-media");
    private static final List<String> WARNING = List.of("!warn", "!hide", "!no-unauthenticated");

    /** The warning of a document's labels; empty where none of them warns. */
    public static Optional<Sensitivity> of(List<String> labels) {
        if (labels.stream().anyMatch(SEXUAL::contains)) {
            return Optional.of(new Sensitivity("Its author marked this text as sexual."));
        }
        if (labels.stream().anyMatch(GRAPHIC::contains)) {
            return Optional.of(new Sensitivity("Its author marked this text as graphic."));
        }
        if (labels.stream().anyMatch(WARNING::contains)) {
            return Optional.of(new Sensitivity("Its author put a warning on this text."));
        }
        return Optional.empty();
    }
}

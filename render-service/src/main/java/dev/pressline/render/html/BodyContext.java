package dev.pressline.render.html;

import dev.pressline.contract.identifier.Did;
import java.util.Optional;

/**
 * What surrounds a body while it is written. Immutable.
 *
 * @param medium where it will be read
 * @param did the account whose text it is, and whose blobs
 * @param urls how it writes URLs of the site
 * @param original the publisher's page, to be linked where something cannot be shown
 * @param idPrefix what its ids begin with
 * @param language the language of the text, which decides how notes of ours, in English, are marked
 */
public record BodyContext(
        Medium medium,
        Did did,
        SiteUrls urls,
        Optional<OutsideUrl> original,
        String idPrefix,
        TextLanguage language) {}

package dev.pressline.contract.document;

import dev.pressline.contract.identifier.AtUri;
import java.util.Optional;

/**
 * Where a document belongs: a publication record, or a bare URL ("loose"). {@code kind} is {@code
 * publication} or {@code loose}; {@code uri} the publication record, {@code url} the base URL where
 * known. Immutable.
 */
public record Site(String kind, Optional<AtUri> uri, Optional<String> url) {}

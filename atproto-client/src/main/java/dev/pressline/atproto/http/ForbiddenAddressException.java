package dev.pressline.atproto.http;

import java.net.UnknownHostException;

/** A host that no connection may be made to. Data: the same name is refused again. */
final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String message) {
        super(message);
    }
}

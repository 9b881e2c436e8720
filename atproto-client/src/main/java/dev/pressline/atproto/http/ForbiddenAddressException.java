package dev.pressline.atproto.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A host that points to an address which is not public. Data: the same name is refused again. */
final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host, InetAddress address) {
        super(host + " points to " + address.getHostAddress() + ", which is not a public address");
    }
}

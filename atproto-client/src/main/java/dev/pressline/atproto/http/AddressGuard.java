package dev.pressline.atproto.http;

import java.net.InetAddress;

/**
 * Which addresses may be talked to: public ones on port 443 and, by configuration, this machine on
 * any port. Immutable.
 *
 * @param allowLoopback whether this machine may be asked; for tests
 */
record AddressGuard(boolean allowLoopback) {

    static final int HTTPS = 443;

    /** Throws when no connection to {@code address} is allowed, whatever the port. */
    void check(String host, InetAddress address) throws ForbiddenAddressException {
        if (!PublicAddresses.isPublic(address) && !isAllowedLoopback(address)) {
            throw new ForbiddenAddressException(
                    host + " points to " + address.getHostAddress() + ", not a public address");
        }
    }

    /** Throws when no connection to {@code address} on {@code port} is allowed. */
    void check(InetAddress address, int port) throws ForbiddenAddressException {
        check(address.getHostAddress(), address);
        if (port != HTTPS && !isAllowedLoopback(address)) {
            throw new ForbiddenAddressException("port " + port + " is not " + HTTPS);
        }
    }

    /** Whether a host's name says that it is this machine, and that is allowed. */
    boolean isAllowedLocalName(String host) {
        return allowLoopback
                && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1"));
    }

    private boolean isAllowedLoopback(InetAddress address) {
        return allowLoopback && address.isLoopbackAddress();
    }
}

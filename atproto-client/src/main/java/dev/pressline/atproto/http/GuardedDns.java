package dev.pressline.atproto.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves a host and refuses it when any of its addresses is not public. The client connects to
 * the very addresses returned here, so a name that changes its answer gains nothing. Thread-safe.
 */
final class GuardedDns implements Dns {

    private final boolean allowLoopback;

    GuardedDns(boolean allowLoopback) {
        this.allowLoopback = allowLoopback;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = Dns.SYSTEM.lookup(host);
        for (InetAddress address : addresses) {
            if (!isAllowed(address)) {
                throw new ForbiddenAddressException(host, address);
            }
        }
        return addresses;
    }

    private boolean isAllowed(InetAddress address) {
        return PublicAddresses.isPublic(address) || (allowLoopback && address.isLoopbackAddress());
    }
}

package dev.pressline.atproto.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves a host and refuses it when any of its addresses is not public. The client connects to
 * the very addresses returned here, so a name that changes its answer gains nothing. Thread-safe if
 * its source is.
 */
final class GuardedDns implements Dns {

    private final Dns source;
    private final AddressGuard guard;

    GuardedDns(Dns source, AddressGuard guard) {
        this.source = source;
        this.guard = guard;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = source.lookup(host);
        for (InetAddress address : addresses) {
            guard.check(host, address);
        }
        return addresses;
    }
}

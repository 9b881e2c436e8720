package dev.pressline.atproto.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are public unicast: the IANA special-purpose registries (RFC 6890) turned round.
 * An IPv4 address inside an IPv6 one is refused with its carrier. Stateless.
 */
final class PublicAddresses {

    private record Network(int address, int prefix) {

        static Network of(String text) {
            String[] parts = text.split("/", -1);
            int address = 0;
            for (String octet : parts[0].split("\\.", -1)) {
                address = address << 8 | Integer.parseInt(octet);
            }
            return new Network(address, Integer.parseInt(parts[1]));
        }

        boolean contains(int other) {
            return prefix == 0 || (address ^ other) >>> (32 - prefix) == 0;
        }
    }

    private static final List<Network> SPECIAL =
            List.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/3")
                    .stream()
                    .map(Network::of)
                    .toList();

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address v4 -> isPublic4(v4.getAddress());
            case Inet6Address v6 -> isPublic6(v6.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] a) {
        int address =
                (a[0] & 0xff) << 24 | (a[1] & 0xff) << 16 | (a[2] & 0xff) << 8 | (a[3] & 0xff);
        return SPECIAL.stream().noneMatch(network -> network.contains(address));
    }

    /**
     * Global unicast is 2000::/3, less documentation (2001:db8::/32, 3fff::/20), protocol space
     * (2001::/23) and 6to4.
     */
    private static boolean isPublic6(byte[] a) {
        int first = (a[0] & 0xff) << 8 | (a[1] & 0xff);
        int second = (a[2] & 0xff) << 8 | (a[3] & 0xff);
        boolean protocols = first == 0x2001 && (second < 0x200 || second == 0xdb8);
        boolean documentation = first == 0x3fff && second < 0x1000;
        return first >>> 13 == 1 && !protocols && !documentation && first != 0x2002;
    }
}

package dev.pressline.contract.document;

/**
 * Whether the host and port of an http or https URL are ones that a browser would go to, by the
 * WHATWG URL Standard as far as a publisher's page needs it: names, Punycode as it comes, and IPv4
 * addresses in four decimal parts. User names, IPv6 and percent-encoded hosts are none. Stateless.
 */
final class UrlHost {

    private static final String FORBIDDEN = "%<>[\\]^|\"`{}@:";
    private static final int LARGEST_PORT = 65_535;
    private static final int LARGEST_PART = 255;
    private static final int IPV4_PARTS = 4;

    private UrlHost() {}

    /** Whether an authority, the part between the slashes and the path, is a host and a port. */
    static boolean isAuthority(String authority) {
        int colon = authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        return isHost(host) && (colon < 0 || isPort(authority.substring(colon + 1)));
    }

    private static boolean isPort(String port) {
        return port.length() <= 5
                && isDecimal(port)
                && (port.isEmpty() || Integer.parseInt(port) <= LARGEST_PORT);
    }

    private static boolean isHost(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = name.substring(name.lastIndexOf('.') + 1);
        return !name.isEmpty()
                && name.codePoints().allMatch(UrlHost::isAllowed)
                && (!isNumber(last) || isIpv4(name));
    }

    private static boolean isAllowed(int point) {
        if (point < 0x80) {
            return point > ' ' && point != 0x7F && FORBIDDEN.indexOf(point) < 0;
        }
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || (type == Character.OTHER_SYMBOL && point != 0xFFFD);
    }

    /** A name whose last part is a number is read as an address. */
    private static boolean isNumber(String part) {
        boolean hexadecimal = part.startsWith("0x") || part.startsWith("0X");
        return hexadecimal
                ? part.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0)
                : !part.isEmpty() && isDecimal(part);
    }

    private static boolean isIpv4(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length != IPV4_PARTS) {
            return false;
        }
        for (String part : parts) {
            boolean plain = !part.isEmpty() && part.length() <= 3 && isDecimal(part);
            boolean octal = part.length() > 1 && part.startsWith("0");
            if (!plain || octal || Integer.parseInt(part) > LARGEST_PART) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDecimal(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

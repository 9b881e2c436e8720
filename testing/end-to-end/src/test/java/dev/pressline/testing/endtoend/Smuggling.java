package dev.pressline.testing.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bytes that a proxy and a server may read as different requests, each with a request hidden behind
 * it that must never be answered. Stateless.
 */
final class Smuggling {

    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: hidden\r\n\r\n";
    private static final String NO_CHUNKS = "0\r\n\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    private Smuggling() {}

    /** The attacks by name. */
    static Map<String, byte[]> attacks() {
        Map<String, String> attacks = new LinkedHashMap<>();
        lengthBesideChunks(attacks);
        codings(attacks);
        lengths(attacks);
        lines(attacks);
        chunkSizes(attacks);
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        attacks.forEach(
                (name, text) -> bytes.put(name, text.getBytes(StandardCharsets.ISO_8859_1)));
        return bytes;
    }

    private static String request(String headers, String body) {
        return "POST /records HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + headers
                + "\r\n"
                + body
                + HIDDEN;
    }

    private static void lengthBesideChunks(Map<String, String> attacks) {
        int all = NO_CHUNKS.length() + HIDDEN.length();
        attacks.put("CL.TE", request("Content-Length: " + all + "\r\n" + CHUNKED, NO_CHUNKS));
        attacks.put("TE.CL", request(CHUNKED + "Content-Length: 4\r\n", "1\r\na\r\n0\r\n\r\n"));
        attacks.put("TE alone", request(CHUNKED, NO_CHUNKS));
        attacks.put("TE folded", request("Transfer-Encoding:\r\n chunked\r\n", NO_CHUNKS));
    }

    private static void codings(Map<String, String> attacks) {
        for (String coding :
                new String[] {
                    ": xchunked",
                    ": identity, chunked",
                    ": chunked, identity",
                    ": \"chunked\"",
                    " : chunked",
                    ":\u000bchunked",
                    ": chunked\r\nTransfer-Encoding: x"
                }) {
            attacks.put("TE" + coding, request("Transfer-Encoding" + coding + "\r\n", NO_CHUNKS));
        }
    }

    private static void lengths(Map<String, String> attacks) {
        for (String length :
                new String[] {
                    "0\r\nContent-Length: 39",
                    "0\r\nContent-Length: 0",
                    "0, 39",
                    "+0",
                    "0x0",
                    "-1",
                    "",
                    "99999999999999999999"
                }) {
            attacks.put("CL: " + length, request("Content-Length: " + length + "\r\n", ""));
        }
    }

    private static void lines(Map<String, String> attacks) {
        attacks.put("bare LF", request("A: b\nContent-Length: 0\r\n", ""));
        attacks.put("bare LF all through", request("Content-Length: 0\r\n", "").replace("\r", ""));
        attacks.put("bare CR", request("A: b\rContent-Length: 0\r\n", ""));
        attacks.put("NUL", request("A: b\0\r\nContent-Length: 0\r\n", ""));
        attacks.put("two hosts", request("Host: b\r\nContent-Length: 0\r\n", ""));
    }

    private static void chunkSizes(Map<String, String> attacks) {
        for (String size :
                new String[] {
                    "FFFFFFFFFFFFFFFF0", "80000000", "100000000", "-1", "0x1", "1;\nb", "1\n"
                }) {
            attacks.put("chunk of " + size, request(CHUNKED, size + "\r\na\r\n" + NO_CHUNKS));
        }
        attacks.put("chunk too long", request(CHUNKED, "1\r\nab" + NO_CHUNKS));
    }
}

package dev.pressline.testing.benchmarks.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Canonical DAG-CBOR and JSON of maps, lists, texts, numbers and booleans. Stateless. */
final class Encoding {

    private Encoding() {}

    static Map<String, Object> map(Object... kv) {
        Map<String, Object> m = new LinkedHashMap<>();
        for (int i = 0; i < kv.length; i += 2)
            if (kv[i + 1] != null) m.put((String) kv[i], kv[i + 1]);
        return m;
    }

    static void cbor(Object v, ByteArrayOutputStream o) {
        if (v instanceof String s) {
            byte[] u = s.getBytes(StandardCharsets.UTF_8);
            head(3, u.length, o);
            o.writeBytes(u);
        } else if (v instanceof Long l) {
            if (l >= 0) head(0, l, o);
            else head(1, -1 - l, o);
        } else if (v instanceof Boolean b) {
            o.write(b ? 0xF5 : 0xF4);
        } else if (v instanceof List<?> l) {
            head(4, l.size(), o);
            for (Object x : l) cbor(x, o);
        } else if (v instanceof Map<?, ?> m) {
            if (m.size() == 1
                    && m.get("$link")
                            instanceof String link) { // tag 42, byte string: 0 and the binary CID
                byte[] bin = Identifiers.unbase32(link.substring(1));
                o.write(0xD8);
                o.write(42);
                head(2, bin.length + 1, o);
                o.write(0);
                o.writeBytes(bin);
                return;
            }
            head(5, m.size(), o);
            TreeMap<byte[], Object> sorted =
                    new TreeMap<>(
                            Comparator.<byte[]>comparingInt(k -> k.length)
                                    .thenComparing(Arrays::compareUnsigned));
            m.forEach((k, x) -> sorted.put(((String) k).getBytes(StandardCharsets.UTF_8), x));
            sorted.forEach(
                    (k, x) -> {
                        head(3, k.length, o);
                        o.writeBytes(k);
                        cbor(x, o);
                    });
        } else {
            throw new IllegalArgumentException(String.valueOf(v));
        }
    }

    private static void head(int major, long n, ByteArrayOutputStream o) {
        int m = major << 5;
        if (n < 24) {
            o.write(m | (int) n);
        } else {
            int bytes = n < 256 ? 1 : n < 65536 ? 2 : n < (1L << 32) ? 4 : 8;
            o.write(m | (bytes == 1 ? 24 : bytes == 2 ? 25 : bytes == 4 ? 26 : 27));
            for (int i = bytes - 1; i >= 0; i--) o.write((int) (n >>> (8 * i)));
        }
    }

    static void json(Object v, StringBuilder b) {
        if (v instanceof String s) {
            b.append('"');
            for (int i = 0; i < s.length(); i++) {
                char c = s.charAt(i);
                switch (c) {
                    case '"' -> b.append("\\\"");
                    case '\\' -> b.append("\\\\");
                    case '\n' -> b.append("\\n");
                    case '\r' -> b.append("\\r");
                    case '\t' -> b.append("\\t");
                    default -> {
                        if (c < 32) b.append(String.format("\\u%04x", (int) c));
                        else b.append(c);
                    }
                }
            }
            b.append('"');
        } else if (v instanceof List<?> l) {
            b.append('[');
            for (int i = 0; i < l.size(); i++) {
                if (i > 0) b.append(',');
                json(l.get(i), b);
            }
            b.append(']');
        } else if (v instanceof Map<?, ?> m) {
            b.append('{');
            boolean first = true;
            for (Map.Entry<?, ?> e : m.entrySet()) {
                if (!first) b.append(',');
                first = false;
                json(e.getKey(), b);
                b.append(':');
                json(e.getValue(), b);
            }
            b.append('}');
        } else {
            b.append(v);
        }
    }
}

package dev.pressline.testing.benchmarks.corpus;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;

/** TIDs, DIDs, CIDs and blob bytes. Stateless. */
final class Identifiers {

    private Identifiers() {}

    private static final char[] B32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final char[] B32S = "234567abcdefghijklmnopqrstuvwxyz".toCharArray();

    static String tid(long micros, int clock) {
        long v = (micros << 10) | (clock & 1023);
        char[] c = new char[13];
        for (int i = 12; i >= 0; i--, v >>>= 5) c[i] = B32S[(int) (v & 31)];
        return new String(c);
    }

    static String base32(byte[] b) {
        StringBuilder s = new StringBuilder();
        long acc = 0;
        int bits = 0;
        for (byte x : b) {
            acc = (acc << 8) | (x & 255);
            bits += 8;
            while (bits >= 5) s.append(B32[(int) (acc >>> (bits -= 5)) & 31]);
        }
        if (bits > 0) s.append(B32[(int) (acc << (5 - bits)) & 31]);
        return s.toString();
    }

    static String did(Rng r) {
        StringBuilder s = new StringBuilder("did:plc:");
        for (int i = 0; i < 24; i++) s.append(B32[r.below(32)]);
        return s.toString();
    }

    static String cid(int codec, byte[] hash) {
        byte[] b = new byte[36];
        b[0] = 1;
        b[1] = (byte) codec;
        b[2] = 0x12;
        b[3] = 32;
        System.arraycopy(hash, 0, b, 4, 32);
        return "b" + base32(b);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest d = MessageDigest.getInstance("SHA-256");
            for (byte[] p : parts) d.update(p);
            return d.digest();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of the blob with this index: a JPEG signature, then noise. */
    static byte[] blobBytes(long seed, long index, int size) {
        Rng r = new Rng(seed, 4, index);
        byte[] b = new byte[size];
        java.nio.ByteBuffer w = java.nio.ByteBuffer.wrap(b);
        while (w.remaining() >= 8) w.putLong(r.next());
        while (w.hasRemaining()) w.put((byte) r.next());
        b[0] = (byte) 0xFF;
        b[1] = (byte) 0xD8;
        b[2] = (byte) 0xFF;
        b[3] = (byte) 0xE0;
        return b;
    }

    static byte[] unbase32(String s) {
        ByteArrayOutputStream o = new ByteArrayOutputStream();
        long acc = 0;
        int bits = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            acc = (acc << 5) | (c >= 'a' ? c - 'a' : c - '2' + 26);
            if ((bits += 5) >= 8) o.write((int) (acc >>> (bits -= 8)));
        }
        return o.toByteArray();
    }
}

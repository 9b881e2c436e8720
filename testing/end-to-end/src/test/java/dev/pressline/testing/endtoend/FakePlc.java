package dev.pressline.testing.endtoend;

import dev.pressline.atproto.LoopbackHost;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A PLC directory on loopback: knows the accounts that a test makes, and their servers. */
final class FakePlc implements AutoCloseable {

    private final Map<String, String> servers = new ConcurrentHashMap<>();
    private final AtomicInteger accounts = new AtomicInteger();
    private final LoopbackHost host = LoopbackHost.start(this::answer);

    String url() {
        return host.url();
    }

    /** The settings of services that ask it about accounts and nobody about names, and these. */
    Map<String, String> settings(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(others);
        settings.put("PRESSLINE_ATPROTO_PLC_URL", url());
        settings.put("PRESSLINE_ATPROTO_ALLOW_LOOPBACK", "true");
        settings.put("PRESSLINE_NORMALIZE_LOOK_UPS_ENABLED", "false");
        return settings;
    }

    /** A new account whose repository is at {@code pds}. */
    String account(LoopbackHost pds) {
        return account(pds.url());
    }

    /** A new account that says that its repository is at {@code pds}, whatever that is. */
    String account(String pds) {
        String did = unknown();
        servers.put(did, pds);
        return did;
    }

    /** A DID that the directory has never heard of. */
    String unknown() {
        String number = Integer.toString(accounts.incrementAndGet(), 26);
        StringBuilder letters = new StringBuilder();
        number.chars().forEach(c -> letters.append((char) ('a' + Character.digit(c, 26))));
        return "did:plc:" + "a".repeat(24 - letters.length()) + letters;
    }

    private void answer(String path, OutputStream out) throws IOException, InterruptedException {
        String did = path.substring(1).replace("%3A", ":");
        String pds = servers.get(did);
        String document =
                """
                {"id":"%s","service":[{"id":"#atproto_pds","type":"AtprotoPersonalDataServer",
                 "serviceEndpoint":"%s"}]}
                """
                        .formatted(did, pds);
        (pds == null
                        ? LoopbackHost.answering("404 Not Found", "", "{}")
                        : LoopbackHost.answering("200 OK", "", document))
                .answer(path, out);
    }

    @Override
    public void close() {
        host.close();
    }
}

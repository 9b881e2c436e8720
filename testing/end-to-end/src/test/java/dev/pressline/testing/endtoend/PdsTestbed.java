package dev.pressline.testing.endtoend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Real PDSes and a real PLC directory, from {@code testing/pds}, as a child process that ends with
 * this one. On the first PDS are an account of did:plc and one of did:web, each with a publication
 * and a document.
 */
final class PdsTestbed implements AutoCloseable {

    private final NodeScript script;
    private final List<Pds> servers = new ArrayList<>();

    private PdsTestbed(NodeScript script) {
        this.script = script;
        String password = script.ready().path("adminPassword").asText();
        script.ready().path("servers").forEach(url -> servers.add(new Pds(url.asText(), password)));
    }

    /**
     * Skips the tests of a class, and says so, where {@code testing/pds/install.sh} was not run.
     */
    static void requireInstalled(Class<?> test) {
        if (!NodeScript.isInstalled()) {
            String skipped = test.getSimpleName() + " is skipped: run testing/pds/install.sh";
            System.out.println(skipped);
            Assumptions.abort(skipped);
        }
    }

    /** Starts one PDS. */
    static PdsTestbed start() {
        return start(1);
    }

    /** Starts this many PDSes, all but the first without accounts. */
    static PdsTestbed start(int servers) {
        return new PdsTestbed(
                NodeScript.start("start.mjs", Map.of("SERVERS", Integer.toString(servers))));
    }

    /** What services need to find it. */
    Map<String, String> environment() {
        return Map.of(
                "PRESSLINE_ATPROTO_PLC_URL",
                script.ready().path("plcUrl").asText(),
                "PRESSLINE_ATPROTO_ALLOW_LOOPBACK",
                "true");
    }

    /** The PDSes. */
    List<Pds> servers() {
        return List.copyOf(servers);
    }

    /** The accounts of the first PDS: that of did:plc, then that of did:web. */
    List<PdsAccount> accounts() {
        List<PdsAccount> accounts = new ArrayList<>();
        script.ready()
                .path("accounts")
                .forEach(each -> accounts.add(new PdsAccount(servers.getFirst(), each)));
        return accounts;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        servers.forEach(Pds::close);
        script.close();
    }
}

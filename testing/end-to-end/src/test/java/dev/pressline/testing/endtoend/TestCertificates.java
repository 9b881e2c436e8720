package dev.pressline.testing.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A private authority with a certificate of {@code localhost} from it, and another authority that
 * issued nothing, all made by the JDK's keytool. Immutable.
 *
 * @param serverStore the PKCS12 file of a server: its key and its chain
 * @param trustStore the PKCS12 file of a client: the authority
 * @param authority the authority as PEM
 * @param stranger the other authority as PEM
 * @param serverPassword opens the server's file
 * @param trustPassword opens the client's file
 */
record TestCertificates(
        Path serverStore,
        Path trustStore,
        Path authority,
        Path stranger,
        String serverPassword,
        String trustPassword) {

    private static final String AUTHORITY = "authority";
    private static final String STRANGER = "stranger";
    private static final String SERVER = "server";
    private static final String CLIENT = "client";
    private static final String ALL = "all.p12";

    /** Makes new ones in a directory. */
    static TestCertificates make(Path directory, String serverPassword, String trustPassword)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path all = directory.resolve(ALL);
        keytool(all, serverPassword, AUTHORITY, "-ext", "bc:c");
        keytool(all, serverPassword, STRANGER, "-ext", "bc:c");
        keytool(
                all,
                serverPassword,
                SERVER,
                "-signer",
                AUTHORITY,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1");
        KeyStore made = load(all, serverPassword);
        TestCertificates certificates =
                new TestCertificates(
                        directory.resolve("server.p12"),
                        directory.resolve("trust.p12"),
                        directory.resolve("authority.pem"),
                        directory.resolve("stranger.pem"),
                        serverPassword,
                        trustPassword);
        certificates.write(made);
        return certificates;
    }

    /** Makes the PKCS12 file of a client: its key and its chain, from the same authority. */
    Path client(Path file, String password)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path all = serverStore.resolveSibling(ALL);
        keytool(all, serverPassword, CLIENT, "-signer", AUTHORITY);
        save(only(CLIENT, load(all, serverPassword), password), file, password);
        return file;
    }

    private static void keytool(Path store, String password, String alias, String... more)
            throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                alias,
                                "-dname",
                                "CN=" + alias,
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-validity",
                                "2",
                                "-keystore",
                                store.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass:env",
                                "STORE_PASSWORD"));
        words.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("STORE_PASSWORD", password);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }

    private void write(KeyStore made) throws IOException, GeneralSecurityException {
        Certificate root = made.getCertificate(AUTHORITY);
        save(only(SERVER, made, serverPassword), serverStore, serverPassword);
        KeyStore trust = empty();
        trust.setCertificateEntry(AUTHORITY, root);
        save(trust, trustStore, trustPassword);
        Files.writeString(authority, pem(root));
        Files.writeString(stranger, pem(made.getCertificate(STRANGER)));
    }

    /** One key and its chain out of all that were made, behind a password of its own. */
    private KeyStore only(String alias, KeyStore made, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        store.setKeyEntry(
                alias,
                made.getKey(alias, serverPassword.toCharArray()),
                password.toCharArray(),
                made.getCertificateChain(alias));
        return store;
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN CERTIFICATE-----\n"
                + lines.encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore load(Path file, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    private static void save(KeyStore store, Path file, String password)
            throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }

    /** What a server of this JVM needs to be {@code localhost}. */
    SSLContext server() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(serverStore, serverPassword), serverPassword.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}

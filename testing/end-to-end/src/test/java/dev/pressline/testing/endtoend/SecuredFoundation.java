package dev.pressline.testing.endtoend;

import dev.pressline.local.embedded.EmbeddedKafka;
import dev.pressline.local.embedded.EmbeddedStore;
import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.embedded.TopicSetup;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Foundation;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.Ports;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.config.ConfigResource;

/**
 * An embedded broker that services reach through SASL_SSL only, where they may have to show a
 * certificate of theirs, too, and an embedded store that they reach through TLS only. The test
 * itself looks at both through plain ports that no service is told of.
 */
final class SecuredFoundation implements Foundation {

    /** Who the services are to the broker. */
    static final String USER = "pressline";

    private static final String MECHANISM = "SCRAM-SHA-512";
    private static final int ITERATIONS = 4096;
    private static final List<String> AUTHORIZED =
            List.of(
                    "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                    "super.users=User:ANONYMOUS");
    private static final String LISTENER = "listener.name.secured.";
    private static final ConfigResource BROKER =
            new ConfigResource(ConfigResource.Type.BROKER, "1");

    private final EmbeddedKafka kafka;
    private final EmbeddedStore store;
    private final int securedPort;
    private TlsTerminator tls;

    private SecuredFoundation(
            EmbeddedKafka kafka, EmbeddedStore store, TlsTerminator tls, int securedPort) {
        this.kafka = kafka;
        this.store = store;
        this.tls = tls;
        this.securedPort = securedPort;
    }

    /**
     * Starts both, with the topics, the buckets and the one user who may come in, with a
     * certificate of the authority.
     */
    static SecuredFoundation start(
            Path directory, TestCertificates certificates, String saslPassword) throws Exception {
        return start(
                directory,
                certificates,
                Map.of(USER, saslPassword),
                clientCertificates(certificates));
    }

    /** The same with several users and their passwords, and further settings of the broker. */
    private static SecuredFoundation start(
            Path directory,
            TestCertificates certificates,
            Map<String, String> passwords,
            List<String> further)
            throws Exception {
        int port = Ports.FREE.choose(0);
        List<String> settings = new ArrayList<>(listener(certificates, port));
        settings.addAll(further);
        Path file =
                Files.writeString(
                        directory.resolve("secured-listener.properties"),
                        String.join("\n", settings));
        EmbeddedKafka kafka = EmbeddedKafka.start(directory, Ports.FREE, file);
        try (Admin admin = kafka.admin()) {
            admin.alterUserScramCredentials(credentials(passwords)).all().get();
            TopicSetup.SINGLE_NODE.create(admin);
        }
        EmbeddedStore store = EmbeddedStore.start(directory);
        store.createBuckets(Addresses.BUCKETS);
        int plain = URI.create(store.endpoint()).getPort();
        return new SecuredFoundation(
                kafka, store, TlsTerminator.start(certificates.server(), plain), port);
    }

    /**
     * The same with the users that {@code deploy/kubernetes} declares, who show no certificate, and
     * may do nothing but what their rights say.
     */
    static SecuredFoundation start(Path directory, ScramUsers declared) throws Exception {
        SecuredFoundation foundation =
                start(directory, declared.certificates(), declared.passwords(), AUTHORIZED);
        try (Admin admin = foundation.kafka.admin()) {
            admin.createAcls(DeclaredUsers.read().values().stream().flatMap(List::stream).toList())
                    .all()
                    .get();
        }
        return foundation;
    }

    private static List<UserScramCredentialAlteration> credentials(Map<String, String> passwords) {
        List<UserScramCredentialAlteration> credentials = new ArrayList<>();
        passwords.forEach(
                (user, password) ->
                        credentials.add(
                                new UserScramCredentialUpsertion(
                                        user,
                                        new ScramCredentialInfo(
                                                ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                                        password)));
        return credentials;
    }

    private static List<String> listener(TestCertificates certificates, int port) {
        List<String> settings = new ArrayList<>();
        keyStore(certificates).forEach((key, value) -> settings.add(key + '=' + value));
        settings.addAll(
                List.of(
                        "listeners=SECURED://127.0.0.1:" + port,
                        "advertised.listeners=SECURED://localhost:" + port,
                        "listener.security.protocol.map=SECURED:SASL_SSL",
                        LISTENER + "sasl.enabled.mechanisms=" + MECHANISM,
                        LISTENER
                                + "scram-sha-512.sasl.jaas.config="
                                + "org.apache.kafka.common.security.scram.ScramLoginModule"
                                + " required;"));
        return settings;
    }

    private static Map<String, String> keyStore(TestCertificates certificates) {
        return Map.of(
                LISTENER + "ssl.keystore.type", "PKCS12",
                LISTENER + "ssl.keystore.location", certificates.serverStore().toString(),
                LISTENER + "ssl.keystore.password", certificates.serverPassword(),
                LISTENER + "ssl.key.password", certificates.serverPassword());
    }

    private static List<String> clientCertificates(TestCertificates certificates) {
        return List.of(
                LISTENER + "ssl.client.auth=required",
                LISTENER + "ssl.truststore.type=PKCS12",
                LISTENER + "ssl.truststore.location=" + certificates.trustStore(),
                LISTENER + "ssl.truststore.password=" + certificates.trustPassword());
    }

    /** Has a user come in by another password from now on; who is in stays in. */
    void change(String user, String password) {
        try (Admin admin = kafka.admin()) {
            admin.alterUserScramCredentials(credentials(Map.of(user, password))).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the password cannot be changed", e);
        }
    }

    /** Has broker and store show other certificates from now on; connections that are open stay. */
    void change(TestCertificates certificates) throws IOException, GeneralSecurityException {
        List<AlterConfigOp> settings =
                keyStore(certificates).entrySet().stream()
                        .map(each -> new ConfigEntry(each.getKey(), each.getValue()))
                        .map(each -> new AlterConfigOp(each, AlterConfigOp.OpType.SET))
                        .toList();
        try (Admin admin = kafka.admin()) {
            admin.incrementalAlterConfigs(Map.of(BROKER, settings)).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the broker's certificate cannot be changed", e);
        }
        int port = tls.port();
        int plain = URI.create(store.endpoint()).getPort();
        tls.close();
        tls = TlsTerminator.start(certificates.server(), plain, port);
    }

    /** Takes the first keys of the store away. */
    void forgetFirstKeys() {
        store.close();
    }

    /** What a Kafka client needs to enter as this user. */
    static String jaas(String password) {
        return jaas(USER, password);
    }

    /** The same for any user. */
    static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
                + user
                + "\" password=\""
                + password
                + "\";";
    }

    /** The listener that asks for nothing, for the test itself. */
    String plainServers() {
        return kafka.bootstrapServers();
    }

    /** A client of the store's plain port, for the test itself; the caller closes it. */
    MinioClient plainStore() {
        return store.client();
    }

    @Override
    public String bootstrapServers() {
        return "localhost:" + securedPort;
    }

    @Override
    public String clusterId() {
        return kafka.clusterId();
    }

    @Override
    public String storeEndpoint() {
        return "https://localhost:" + tls.port();
    }

    @Override
    public KeyPair storeKeys() {
        return store.keys();
    }

    @Override
    public List<ChildProcess> children() {
        return List.of(kafka.process(), store.process());
    }

    @Override
    public void close() {
        try (TlsTerminator closed = tls) {
            store.close();
            kafka.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

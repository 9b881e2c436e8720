package dev.pressline.testing.endtoend;

import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.watch.KafkaAccess;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Users who come to the brokers with passwords of their own. Immutable.
 *
 * @param passwords by name
 * @param certificates whose authority the brokers' certificate is of
 */
record ScramUsers(Map<String, String> passwords, TestCertificates certificates) {

    /** Users of these names, whose passwords nobody knows. */
    static ScramUsers of(Collection<String> names, TestCertificates certificates) {
        Map<String, String> passwords = new TreeMap<>();
        names.forEach(name -> passwords.put(name, KeyPair.secret()));
        return new ScramUsers(passwords, certificates);
    }

    /** Those that {@code deploy/kubernetes} declares. */
    static ScramUsers declared(TestCertificates certificates) {
        return of(DeclaredUsers.read().keySet(), certificates);
    }

    /** How one comes in, in the words of Kafka's clients. */
    Map<String, String> settings(String user) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", SecuredFoundation.jaas(user, passwords.get(user)),
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificates.authority().toString());
    }

    /** The same as environment variables of a service. */
    Map<String, String> variables(String user) {
        Map<String, String> variables = new HashMap<>();
        settings(user)
                .forEach(
                        (key, value) ->
                                variables.put(
                                        "KAFKA_" + key.replace('.', '_').toUpperCase(Locale.ROOT),
                                        value));
        return variables;
    }

    /** The same for clients of a test. */
    KafkaAccess access(String user, SecuredFoundation foundation) {
        Map<String, String> settings = new HashMap<>(settings(user));
        settings.put("bootstrap.servers", foundation.bootstrapServers());
        return new KafkaAccess(settings);
    }
}

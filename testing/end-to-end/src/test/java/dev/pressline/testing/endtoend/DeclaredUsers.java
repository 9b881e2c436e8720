package dev.pressline.testing.endtoend;

import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.yaml.snakeyaml.Yaml;

/** The users that {@code deploy/kubernetes} declares, with the rights that brokers give them. */
final class DeclaredUsers {

    private static final Path FILE =
            Installation.find()
                    .root()
                    .resolve("deploy/kubernetes/components/strimzi/kafka-users.yaml");

    private DeclaredUsers() {}

    /** Their rights, by name. */
    static Map<String, List<AclBinding>> read() {
        Map<String, List<AclBinding>> users = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(FILE)) {
            for (Object document : new Yaml().loadAll(reader)) {
                Map<?, ?> user = (Map<?, ?>) document;
                String name = text(map(user, "metadata"), "name");
                users.put(name, rights(name, map(map(user, "spec"), "authorization")));
            }
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
        return users;
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return (Map<?, ?>) of.get(key);
    }

    private static String text(Map<?, ?> of, String key) {
        return (String) of.get(key);
    }

    private static List<AclBinding> rights(String user, Map<?, ?> authorization) {
        List<AclBinding> rights = new ArrayList<>();
        for (Object each : (List<?>) authorization.get("acls")) {
            Map<?, ?> acl = (Map<?, ?>) each;
            Map<?, ?> resource = map(acl, "resource");
            ResourcePattern pattern =
                    new ResourcePattern(
                            type(text(resource, "type")),
                            text(resource, "name"),
                            text(resource, "patternType").equals("literal")
                                    ? PatternType.LITERAL
                                    : PatternType.PREFIXED);
            for (Object operation : (List<?>) acl.get("operations")) {
                rights.add(
                        new AclBinding(
                                pattern,
                                new AccessControlEntry(
                                        "User:" + user,
                                        "*",
                                        operation((String) operation),
                                        AclPermissionType.ALLOW)));
            }
        }
        return rights;
    }

    private static ResourceType type(String name) {
        return name.equals("transactionalId")
                ? ResourceType.TRANSACTIONAL_ID
                : ResourceType.fromString(name.toUpperCase(Locale.ROOT));
    }

    /** {@code DescribeConfigs} is {@code DESCRIBE_CONFIGS} here. */
    private static AclOperation operation(String name) {
        return AclOperation.fromString(
                name.replaceAll("(?<=[a-z])([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }
}

package dev.pressline.testing.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML of which every reader makes the same: no key twice, no key without a value, no plain word or
 * number that YAML 1.1 and 1.2 take for different things.
 */
final class StrictYaml {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("(?i)y|n|yes|no|on|off|~");
    private static final Pattern POWER = Pattern.compile("[-+]?[0-9.]+[eE][-+]?[0-9]+");

    /** What is meant by tags that plain scalars may have, besides texts. */
    private static final Map<Tag, Pattern> SPELLINGS =
            Map.of(
                    Tag.BOOL, Pattern.compile("true|false"),
                    Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"),
                    Tag.FLOAT, Pattern.compile("-?[0-9]+\\.[0-9]+"));

    private StrictYaml() {}

    /** The documents of a text, without empty ones. */
    static List<JsonNode> read(String text) {
        try {
            for (Node document : yaml().composeAll(new StringReader(text))) {
                check(document);
            }
            List<JsonNode> documents = new ArrayList<>();
            for (Object document : yaml().loadAll(text)) {
                if (document != null) {
                    documents.add(JSON.valueToTree(document));
                }
            }
            return documents;
        } catch (YAMLException e) {
            throw new BadManifestException("yaml", String.valueOf(e.getMessage()));
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    private static void check(Node node) {
        switch (node) {
            case MappingNode map ->
                    map.getValue()
                            .forEach(
                                    each -> {
                                        check(each.getKeyNode());
                                        check(each.getValueNode());
                                    });
            case SequenceNode list -> list.getValue().forEach(StrictYaml::check);
            case ScalarNode scalar -> check(scalar);
            default -> throw refused(node, "neither map, list nor scalar");
        }
    }

    private static void check(ScalarNode scalar) {
        if (!scalar.isPlain()) {
            return;
        }
        String text = scalar.getValue();
        boolean certain =
                scalar.getTag().equals(Tag.STR)
                        ? !POWER.matcher(text).matches()
                        : SPELLINGS.containsKey(scalar.getTag())
                                && SPELLINGS.get(scalar.getTag()).matcher(text).matches();
        if (!certain || WORD.matcher(text).matches()) {
            throw refused(scalar, "'" + text + "' is not the same to everybody");
        }
    }

    private static BadManifestException refused(Node node, String why) {
        return new BadManifestException(
                "yaml", "line " + (node.getStartMark().getLine() + 1) + ": " + why);
    }
}

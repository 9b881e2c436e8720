package dev.pressline.render.feed;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What the schemas of Atom and JSON Feed say of a feed. */
final class FeedSchemas {

    private FeedSchemas() {}

    /** The faults of an Atom feed by the grammar of RFC 4287. */
    static List<String> atom(byte[] feed) {
        Faults faults = new Faults();
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, faults);
        ValidationDriver driver =
                new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        try {
            InputSource grammar = new InputSource(resource("atom.rnc"));
            if (driver.loadSchema(grammar)) {
                driver.validate(new InputSource(new ByteArrayInputStream(feed)));
            }
        } catch (SAXException e) {
            faults.found.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults.found;
    }

    /** The faults of a JSON Feed by the schema of version 1.1. */
    static List<String> json(byte[] feed) {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(resource("jsonfeed.json"), InputFormat.JSON);
        return schema.validate(new String(feed, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static java.io.InputStream resource(String name) {
        return FeedSchemas.class.getResourceAsStream("/feeds/" + name);
    }

    private static final class Faults implements ErrorHandler {

        private final List<String> found = new ArrayList<>();

        @Override
        public void warning(SAXParseException fault) {
            error(fault);
        }

        @Override
        public void error(SAXParseException fault) {
            found.add("line %d: %s".formatted(fault.getLineNumber(), fault.getMessage()));
        }

        @Override
        public void fatalError(SAXParseException fault) {
            error(fault);
        }
    }
}

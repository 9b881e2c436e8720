package dev.pressline.atproto.identity;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** TXT records from the resolvers of the operating system, each asked once for a second. */
public final class SystemTxtRecords implements TxtRecords {

    private static final String TXT = "TXT";

    /**
     * The DNS provider of JNDI gives strings and deserializes nothing, so the ban is lifted here.
     */
    @Override
    @SuppressWarnings("BanJNDI")
    public List<String> of(String name) {
        try {
            DirContext dns = new InitialDirContext(settings());
            try {
                return texts(dns.getAttributes(name, new String[] {TXT}).get(TXT));
            } finally {
                dns.close();
            }
        } catch (NamingException e) {
            return List.of();
        }
    }

    private static Hashtable<String, String> settings() {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", "1000");
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        return settings;
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable Attribute attribute)
            throws NamingException {
        List<String> texts = new ArrayList<>();
        if (attribute != null) {
            for (int i = 0; i < attribute.size(); i++) {
                texts.add(unquoted(String.valueOf(attribute.get(i))));
            }
        }
        return texts;
    }

    /** The JDK gives a text in several pieces as {@code "one" "two"}, and one piece bare. */
    static String unquoted(String text) {
        return text.startsWith("\"") ? text.replace("\" \"", "").replace("\"", "") : text;
    }
}

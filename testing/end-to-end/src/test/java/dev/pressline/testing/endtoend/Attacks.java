package dev.pressline.testing.endtoend;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a hostile author writes into texts and addresses, by variant: over all variants every field
 * gets every text, and every second address. Each script would set {@code pwned} or open a dialog.
 * Stateless.
 */
final class Attacks {

    /** How many variants there are. */
    static final int VARIANTS = 8;

    /** What closes and opens tags, attributes, comments and the languages around a text. */
    private static final List<String> TEXTS =
            List.of(
                    "<script>pwned=1</script>",
                    "\"><script>pwned=1</script>",
                    "'><img src=x onerror=pwned=1>",
                    "\" onmouseover=\"pwned=1\" x=\"",
                    "' autofocus onfocus='pwned=1' x='",
                    "` onerror=pwned=1 `",
                    "</title><script>alert(1)</script>",
                    "</textarea></style></noscript></template><svg onload=alert(1)>",
                    "</script><script>alert(1)</script>",
                    "\\u003c/script\\u003e\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
                    "\",\"x\":\"</script><img src=x onerror=alert(1)>",
                    "<!--><img src=x onerror=alert(1)>-->",
                    "--!><img src=x onerror=alert(1)>",
                    "]]><script>alert(1)</script><![CDATA[",
                    "<![CDATA[<img src=x onerror=alert(1)>]]>",
                    "<?xml-stylesheet href='javascript:alert(1)'?>",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
                    "&lt;script&gt;alert(1)&lt;/script&gt;",
                    "&#60;img src=x onerror=alert(1)&#62;",
                    "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
                    "<svg><script>alert&#40;1&#41;</script></svg>",
                    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
                    "<svg/onload=alert(1)//",
                    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>",
                    "<math href=\"javascript:alert(1)\">x</math>",
                    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                    "<iframe srcdoc=\"<script>parent.pwned=1</script>\"></iframe>",
                    "<iframe src=\"javascript:alert(1)\"></iframe>",
                    "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
                    "<embed src=\"javascript:alert(1)\">",
                    "<base href=\"https://evil.example/\">",
                    "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\">",
                    "<link rel=stylesheet href=\"https://evil.example/x.css\">",
                    "<style>@import 'https://evil.example/x.css';*{background:url(//evil.example)}",
                    "<img src=\"https://evil.example/pixel\">",
                    "<img srcset=\"https://evil.example/2x 2x\" style=\"x:expression(alert(1))\">",
                    "<video><source onerror=alert(1)></video>",
                    "<audio src=x onerror=alert(1)></audio>",
                    "<details open ontoggle=alert(1)>",
                    "<body onload=alert(1)>",
                    "<marquee onstart=alert(1)>",
                    "<input autofocus onfocus=alert(1)>",
                    "<form action=\"javascript:alert(1)\"><button>go</button></form>",
                    "<a href=\"javascript:alert(1)\">x</a>",
                    "<a href=\"&#106;avascript:alert(1)\">x</a>",
                    "<a href=\"java\tscript:alert(1)\">x</a>",
                    "<a\u000chref=\"data:text/html,<script>alert(1)</script>\">x</a>",
                    "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
                    "[x](javascript:alert(1))",
                    "[x](<javascript:alert(1)>)",
                    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
                    "![x\" onerror=\"alert(1)](https://evil.example/x.png \"t\" onload=\"alert(1)\")",
                    "<javascript:alert(1)>",
                    "[x]: javascript:alert(1)\n\n[x]",
                    "```html\n<script>alert(1)</script>\n```",
                    "$\\href{javascript:alert(1)}{x}$ $$\\text{<script>alert(1)</script>}$$",
                    "\\unicode{<img src=x onerror=alert(1)>}",
                    "{{constructor.constructor('pwned=1')()}} ${pwned=1} #{pwned=1}",
                    "\u0000\u0001\u0008\u000b\u001f\u007f\u0085\ufffe\uffff",
                    "\ud83d lone \ude00 surrogates",
                    "\u202edesrever \u2066isolated \u200f\u061c\u2069",
                    "a\r\nSet-Cookie: x=1\r\n\r\n<script>alert(1)</script>",
                    "a\tb\u2028c\u2029d\ufeffe",
                    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-");

    /** What is no address of the web, or one that breaks out of what stands around it. */
    private static final List<String> URLS =
            List.of(
                    "javascript:alert(1)",
                    "JaVaScRiPt:alert(1)",
                    " \u0001javascript:alert(1)",
                    "java\nscript:alert(1)",
                    "javascript://host.example/%0aalert(1)",
                    "data:text/html,<script>alert(1)</script>",
                    "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+",
                    "vbscript:msgbox(1)",
                    "//evil.example/x",
                    "https://evil.example/\"onclick=\"alert(1)",
                    "https://evil.example/'><script>alert(1)</script>",
                    "https://user:password@evil.example:81/x?y=1&z=2#f",
                    "https://evil.example/a\r\nb c\u0000\ud800",
                    "file:///etc/passwd",
                    "blob:https://evil.example/1",
                    "https://evil.example/../..%2f%2e%2e\\..\\");

    private static final List<String> PATHS =
            List.of(
                    "/../../../etc/passwd",
                    "/%2e%2e/%2E%2E%2fsecret",
                    "\\..\\..\\windows",
                    "/a\r\nLocation: https://evil.example/",
                    "//evil.example/x",
                    "/\u0000.html",
                    "javascript:alert(1)",
                    "/x?<script>alert(1)</script>#\"'");

    /** What is nearly a handle. */
    private static final List<String> HANDLES =
            List.of(
                    "alice.example\"><script>pwned=1</script>",
                    "alice.example' onmouseover='pwned=1",
                    "alice.example/../../x",
                    "alice.example\r\nSet-Cookie: x=1",
                    "alice.example\u0000",
                    "alice.example:81",
                    "user@alice.example",
                    "\u202eelpmaxe.ecila",
                    "\u0430lice.example",
                    "alice..example",
                    "-alice.example",
                    "127.0.0.1",
                    "localhost",
                    "a".repeat(64) + ".example",
                    "a.".repeat(130) + "example");

    private Attacks() {}

    /** Texts one after the other, another one first by field and variant. */
    static String text(String field, int variant) {
        int step = TEXTS.size() / VARIANTS;
        int first = Math.floorMod(field.hashCode() + variant, VARIANTS) * step;
        return IntStream.range(first, first + step)
                .mapToObj(TEXTS::get)
                .collect(Collectors.joining("\n"));
    }

    /** An address. */
    static String url(String field, int variant) {
        return URLS.get(Math.floorMod(field.hashCode() + variant, URLS.size()));
    }

    /** A path below a site. */
    static String path(int variant) {
        return PATHS.get(Math.floorMod(variant, PATHS.size()));
    }

    /** What somebody claims as a handle. */
    static List<String> handles() {
        return Stream.of(HANDLES, TEXTS, URLS, PATHS).flatMap(List::stream).toList();
    }

    /** Every single text and address. */
    static List<String> all() {
        return Stream.of(TEXTS, URLS, PATHS).flatMap(List::stream).toList();
    }
}

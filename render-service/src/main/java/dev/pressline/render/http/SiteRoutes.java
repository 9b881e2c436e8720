package dev.pressline.render.http;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.StoreConfig;
import dev.pressline.kit.store.StoredObject;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.page.PageRenderer;
import dev.pressline.render.page.SiteSettings;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Serves the public bucket: GET and HEAD, conditional requests, 301, 404 and 410 with a page of
 * their own, 503 while the store is down.
 */
@ApplicationScoped
class SiteRoutes {

    private static final Logger LOG = Logger.getLogger(SiteRoutes.class);
    private static final String HTML = "text/html; charset=utf-8";
    private static final String PAGE = "index.html";

    /** What the press notes beside a page that leads elsewhere: the folder where it leads. */
    private static final String LOCATION = "location";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String SHORTLY = "public, max-age=60, must-revalidate";

    private final ObjectStore store;
    private final String bucket;
    private final PageRenderer pages;
    private final SiteUrls urls;
    private final BlobGate gate;

    SiteRoutes(
            ObjectStore store,
            StoreConfig config,
            PageRenderer pages,
            SiteSettings settings,
            AccountStandings standings) {
        this.gate = new BlobGate(standings::of);
        this.store = store;
        this.bucket = config.siteBucket();
        this.pages = pages;
        this.urls = SiteUrls.below(settings.rootPath());
    }

    void register(@Observes Router router) {
        router.route("/*").blockingHandler(this::serve, false);
    }

    private void serve(RoutingContext context) {
        secure(context.response());
        HttpMethod method = context.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            context.response().setStatusCode(405).putHeader("Allow", "GET, HEAD").end();
            return;
        }
        try {
            Optional<String> key = decoded(context.request().path()).flatMap(SitePath::key);
            key.ifPresentOrElse(
                    found -> admit(context, found), () -> page(context, 404, pages.notFound()));
        } catch (InfrastructureException e) {
            LOG.warnf("the store does not answer a reader: %s", e.getMessage());
            context.response().setStatusCode(503).putHeader("Retry-After", "10").end();
        }
    }

    private static Optional<String> decoded(String path) {
        try {
            return Optional.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void admit(RoutingContext context, String key) {
        switch (gate.of(key)) {
            case SHOWN -> serve(context, key);
            case HIDDEN -> page(context, 404, pages.notFound());
            case DELETED -> page(context, 410, pages.gone());
        }
    }

    private void serve(RoutingContext context, String key) {
        Optional<StoredObject> object = store.stat(bucket, key);
        if (object.isEmpty()) {
            absent(context, key);
            return;
        }
        Optional<String> moved = Optional.ofNullable(object.get().metadata().get(LOCATION));
        if (moved.isPresent()) {
            redirect(context, moved.get());
            return;
        }
        HttpServerResponse response = context.response();
        String etag = '"' + object.get().sha256().orElse(key) + '"';
        response.putHeader("ETag", etag);
        response.putHeader(
                "Cache-Control",
                key.startsWith(BlobGate.BLOBS) || key.startsWith("assets/") ? FOR_EVER : SHORTLY);
        response.putHeader(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        object.get().lastModified().atOffset(ZoneOffset.UTC)));
        if (EntityTags.match(context.request().getHeader("If-None-Match"), etag)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", object.get().contentType());
        if (key.startsWith(BlobGate.BLOBS) && !object.get().contentType().startsWith("image/")) {
            response.putHeader("Content-Disposition", "attachment");
        }
        body(context, key, object.get());
    }

    private void body(RoutingContext context, String key, StoredObject object) {
        if (context.request().method().equals(HttpMethod.HEAD)) {
            context.response().putHeader("Content-Length", Long.toString(object.size())).end();
            return;
        }
        store.get(bucket, key)
                .ifPresentOrElse(
                        bytes -> context.response().end(Buffer.buffer(bytes)),
                        () -> absent(context, key));
    }

    /** A page that leads elsewhere takes the data in its folder with it. */
    private void absent(RoutingContext context, String key) {
        String folder = key.substring(0, key.lastIndexOf('/') + 1);
        Optional<String> moved =
                store.stat(bucket, folder + PAGE).map(page -> page.metadata().get(LOCATION));
        if (moved.isPresent()) {
            redirect(context, moved.get() + key.substring(folder.length()));
            return;
        }
        boolean gone = store.stat(bucket, SitePath.goneMarker(key)).isPresent();
        page(context, gone ? 410 : 404, gone ? pages.gone() : pages.notFound());
    }

    private void redirect(RoutingContext context, String path) {
        context.response()
                .setStatusCode(301)
                .putHeader("Location", urls.to(path))
                .putHeader("Cache-Control", SHORTLY)
                .end();
    }

    private static void page(RoutingContext context, int status, byte[] html) {
        HttpServerResponse response =
                context.response().setStatusCode(status).putHeader("Content-Type", HTML);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(html.length)).end();
        } else {
            response.end(Buffer.buffer(html));
        }
    }

    private static void secure(HttpServerResponse response) {
        response.putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "strict-origin-when-cross-origin")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }
}

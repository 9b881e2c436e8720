package dev.pressline.render.http;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.StoreConfig;
import dev.pressline.kit.store.StoredObject;
import dev.pressline.render.config.RenderConfig;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.PageRenderer;
import dev.pressline.render.page.SearchPage;
import dev.pressline.render.page.SiteSettings;
import dev.pressline.render.search.Search;
import dev.pressline.render.served.ServedGeneration;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Serves the public bucket of the generation that the pointer names: GET and HEAD, conditional
 * requests, ranges of blobs, 301, 404 and 410 with a page of their own, 503 while the store is down
 * or too many ask at once. Each request has a virtual thread, which waits for the store and for a
 * slow client.
 */
@ApplicationScoped
class SiteRoutes {

    private static final Logger LOG = Logger.getLogger(SiteRoutes.class);
    private static final String HTML = "text/html; charset=utf-8";
    private static final String PAGE = "index.html";

    /** What the press notes beside a page that leads elsewhere: the folder where it leads. */
    private static final String LOCATION = "location";

    private final ObjectStore store;
    private final ServedGeneration served;
    private final String siteBucket;
    private final PageRenderer pages;
    private final SiteSettings settings;
    private final SiteUrls urls;
    private final AccountGate gate;
    private final SiteReader reader;
    private final SearchAnswer search;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SiteRoutes(
            ObjectStore store,
            StoreConfig storeConfig,
            ServedGeneration served,
            RenderConfig config,
            PageRenderer pages,
            SiteSettings settings,
            AccountStandings standings,
            Search search) {
        this.store = store;
        this.served = served;
        this.siteBucket = storeConfig.siteBucket();
        this.pages = pages;
        this.settings = settings;
        this.urls = SiteUrls.below(settings.rootPath());
        this.gate = new AccountGate(standings::of);
        this.reader =
                new SiteReader(
                        new EncodedBodies(config.http().cachedBodies().asLongValue()),
                        new SlowestPace(config.http().slowestPace()));
        this.search = new SearchAnswer(search, pages, gate);
        this.places = new Semaphore(config.http().requestsAtOnce());
    }

    void register(@Observes Router router) {
        router.route("/*")
                .handler(context -> threads.execute(() -> serveOrRefuse(context.request())));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private void serveOrRefuse(HttpServerRequest request) {
        Headers.secure(request.response());
        if (!places.tryAcquire()) {
            unavailable(request.response(), 1);
            return;
        }
        try {
            serve(request);
        } catch (InfrastructureException e) {
            LOG.warnf("the store does not answer a reader: %s", e.getMessage());
            unavailable(request.response(), 10);
        } catch (SlowestPace.ClientLostException | IOException e) {
            LOG.debugf("an answer was not sent to its end: %s", e.getMessage());
            request.connection().close();
        } finally {
            places.release();
        }
    }

    /** Says when to come again; an answer that has begun can only be cut short. */
    private static void unavailable(HttpServerResponse response, int seconds) {
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.headers().clear();
        Headers.secure(response);
        response.setStatusCode(503).putHeader("Retry-After", Integer.toString(seconds)).end();
    }

    private void serve(HttpServerRequest request)
            throws SlowestPace.ClientLostException, IOException {
        HttpMethod method = request.method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            request.response().setStatusCode(405).putHeader("Allow", "GET, HEAD").end();
            return;
        }
        if (request.path().equals('/' + SearchPage.FOLDER)) {
            searched(request);
            return;
        }
        Optional<String> key = SitePath.decoded(request.path()).flatMap(SitePath::key);
        if (key.isEmpty()) {
            page(request, 404, pages.notFound());
            return;
        }
        switch (gate.of(key.get())) {
            case SHOWN -> object(site(), request, key.get());
            case HIDDEN -> missing(site(), request, key.get());
            case DELETED -> page(request, 410, pages.gone());
        }
    }

    private Site site() {
        return new Site(store, served.now().bucket(siteBucket));
    }

    private void searched(HttpServerRequest request) {
        Optional<byte[]> found = search.page(request);
        page(request, found.isPresent() ? 200 : 404, found.orElseGet(pages::notFound));
    }

    private void object(Site site, HttpServerRequest request, String key)
            throws SlowestPace.ClientLostException, IOException {
        Optional<StoredObject> object = site.stat(key);
        Optional<String> moved = object.flatMap(SiteRoutes::location);
        links(request.response(), key);
        if (moved.isPresent()) {
            redirect(request, moved.get());
        } else if (object.isEmpty() || !reader.answer(site, request, key, object.get())) {
            absent(site, request, key);
        }
    }

    /** What a subscriber needs to know of a feed before it reads it (WebSub, 4: discovery). */
    private void links(HttpServerResponse response, String key) {
        String self = settings.publicUrl() + '/' + key;
        settings.hub()
                .filter(hub -> Feed.isFeed(key))
                .map(hub -> '<' + hub + ">; rel=\"hub\", <" + self + ">; rel=\"self\"")
                .ifPresent(links -> response.putHeader("Link", links));
    }

    private static Optional<String> location(StoredObject object) {
        return Optional.ofNullable(object.metadata().get(LOCATION));
    }

    /** A page that leads elsewhere takes the data in its folder with it. */
    private void absent(Site site, HttpServerRequest request, String key) {
        String folder = key.substring(0, key.lastIndexOf('/') + 1);
        Optional<String> moved = site.stat(folder + PAGE).flatMap(SiteRoutes::location);
        if (moved.isPresent()) {
            redirect(request, moved.get() + key.substring(folder.length()));
        } else if (isFolder(site, key)) {
            redirect(request, key + '/');
        } else {
            missing(site, request, key);
        }
    }

    /** What was deleted stays so, also while its account is away. */
    private void missing(Site site, HttpServerRequest request, String key) {
        boolean isGone = site.has(SitePath.goneMarker(key));
        page(request, isGone ? 410 : 404, isGone ? pages.gone() : pages.notFound());
    }

    /** Whether a key without its slash names a page that is there, or is gone. */
    private static boolean isFolder(Site site, String key) {
        String page = key + '/' + PAGE;
        return site.has(page) || site.has(SitePath.markerOfPage(page));
    }

    private void redirect(HttpServerRequest request, String path) {
        HttpServerResponse response = request.response();
        Headers.shortly(response);
        response.setStatusCode(301).putHeader("Location", urls.to(path)).end();
    }

    private static void page(HttpServerRequest request, int status, byte[] html) {
        HttpServerResponse response = request.response();
        Headers.shortly(response);
        response.setStatusCode(status).putHeader("Content-Type", HTML);
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(html.length)).end();
        } else {
            response.end(Buffer.buffer(html));
        }
    }
}

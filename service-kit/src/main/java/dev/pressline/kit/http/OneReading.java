package dev.pressline.kit.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Sees to it, on both ports, that no proxy before us and we can read one stream of bytes as
 * different requests: what is ambiguous is refused, and a connection that carried a chunked body
 * answers nothing more. The decoder below drops a length that stands beside chunks before anybody
 * can see it, so chunks alone have to end a connection. Thread-safe.
 */
@ApplicationScoped
class OneReading {

    /** Before every other filter. */
    private static final int FIRST = Integer.MAX_VALUE;

    private static final int BAD_REQUEST = 400;

    private final Set<HttpConnection> ending =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    void onMainPort(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    void onManagementPort(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(this::check);
    }

    private void check(RoutingContext request) {
        HttpConnection connection = request.request().connection();
        if (ending.contains(connection)) {
            connection.close();
            return;
        }
        switch (Framing.of(request.request().headers())) {
            case PLAIN -> request.next();
            case CHUNKED -> {
                endAfterwards(request, connection);
                request.next();
            }
            case AMBIGUOUS -> {
                endAfterwards(request, connection);
                request.response().setStatusCode(BAD_REQUEST).end();
            }
        }
    }

    private void endAfterwards(RoutingContext request, HttpConnection connection) {
        ending.add(connection);
        request.response().putHeader("Connection", "close");
        request.addEndHandler(done -> connection.close());
    }
}

package io.telamon.control.dataplane;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The IP addresses of the advertised host, as this machine resolves it. A name is looked up again after 30 seconds, by another
 * thread, so that a slow resolver delays no answer by more than a second.
 */
final class AdvertisedAddresses {

    private static final Logger log = LoggerFactory.getLogger(AdvertisedAddresses.class);
    private static final Duration LASTS = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final String host;
    private final InetAddress bind;
    private List<InetAddress> known = List.of();
    private CompletableFuture<List<InetAddress>> lookup;
    private long begun;

    /**
     * Those of a name or of a literal IP address.
     *
     * @param bind the address that ports are opened on, which may be a wildcard
     */
    AdvertisedAddresses(String host, InetAddress bind) {
        this.host = host;
        this.bind = bind;
        this.lookup = begin();
    }

    /**
     * What was found last; empty when the name does not resolve. The address that ports are opened on alone, if it is among them; else
     * loopback addresses only when there are no others.
     */
    synchronized List<InetAddress> get() {
        if (lookup.isDone() && System.nanoTime() - begun > LASTS.toNanos()) {
            lookup = begin();
        }
        try {
            known = lookup.get(known.isEmpty() ? LONGEST_WAIT.toMillis() : 0, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.debug("the advertised host {} cannot be resolved now", host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return known;
    }

    private CompletableFuture<List<InetAddress>> begin() {
        begun = System.nanoTime();
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("advertised-host-lookup").start(() -> lookUp(found));
        return found;
    }

    private void lookUp(CompletableFuture<List<InetAddress>> found) {
        try {
            found.complete(reachable(Arrays.asList(InetAddress.getAllByName(host)), bind));
        } catch (UnknownHostException e) {
            found.completeExceptionally(e);
        }
    }

    /** Those of all at which ports are open. */
    static List<InetAddress> reachable(List<InetAddress> all, InetAddress bind) {
        if (!bind.isAnyLocalAddress() && all.contains(bind)) {
            return List.of(bind);
        }
        List<InetAddress> others =
                all.stream().filter(one -> !one.isLoopbackAddress()).toList();
        return others.isEmpty() ? all : others;
    }
}

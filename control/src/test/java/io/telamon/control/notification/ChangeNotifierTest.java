package io.telamon.control.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
import io.telamon.control.store.StoreStatistics;
import io.telamon.control.store.TestStores;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.api.Change;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.model.ProjectId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChangeNotifierTest {

    private static final ClusterId CLUSTER = new ClusterId("aaaaaaaaaaaaaaaaaaaaaaaa");
    private static final ProjectId PROJECT = new ProjectId("bbbbbbbbbbbbbbbbbbbbbbbb");
    private static final Change CLUSTER_CHANGED = new Change.ClusterChanged(CLUSTER);
    private static final Change USERS_CHANGED = new Change.UsersChanged(PROJECT);
    private static final Change ACCESS_LIST_CHANGED = new Change.AccessListChanged(PROJECT);

    @TempDir
    private Path folder;

    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private NoticingStore store;
    private ChangeNotifier notifier;

    @BeforeEach
    void open() {
        store = new NoticingStore(TestStores.open(folder));
        notifier = new ChangeNotifier(store, changes::add);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tellsTheGatewayOnceAChangeIsCommitted() throws InterruptedException {
        store.write(transaction -> {
            notifier.clusterChanged(transaction, CLUSTER);
            assertThat(changes).isEmpty();
            return PROJECT;
        });
        assertThat(next()).isEqualTo(CLUSTER_CHANGED);

        store.write(transaction -> {
            notifier.usersChanged(transaction, PROJECT);
            return PROJECT;
        });
        assertThat(next()).isEqualTo(USERS_CHANGED);

        store.write(transaction -> {
            notifier.accessListChanged(transaction, PROJECT);
            return PROJECT;
        });
        assertThat(next()).isEqualTo(ACCESS_LIST_CHANGED);
    }

    @Test
    void tellsNothingOfATransactionThatFails() throws InterruptedException {
        assertThatThrownBy(() -> store.write(transaction -> {
                    notifier.clusterChanged(transaction, CLUSTER);
                    throw new IllegalStateException("made by the test");
                }))
                .hasMessage("made by the test");
        store.write(transaction -> {
            notifier.usersChanged(transaction, PROJECT);
            return PROJECT;
        });

        assertThat(next()).isEqualTo(USERS_CHANGED);
        assertThat(changes).isEmpty();
    }

    @Test
    void tellsOtherNodesOfEveryKindOfChange() {
        store.write(transaction -> {
            notifier.clusterChanged(transaction, CLUSTER);
            notifier.usersChanged(transaction, PROJECT);
            notifier.accessListChanged(transaction, PROJECT);
            return PROJECT;
        });

        List<Change> received = new ArrayList<>();
        new ChangeNotifier(store, received::add).subscribe(id -> {});
        store.notices.forEach(store.received);

        assertThat(received).containsExactly(CLUSTER_CHANGED, USERS_CHANGED, ACCESS_LIST_CHANGED);
    }

    @Test
    void tellsOfPortsToOtherNodesAlone() {
        store.write(transaction -> {
            notifier.portsChanged(transaction, CLUSTER);
            return PROJECT;
        });

        assertThat(store.notices).containsExactly("cluster " + CLUSTER);
        assertThat(changes).isEmpty();
    }

    @Test
    void followsAClusterOfAnotherNodeBeforeTheGatewayIsTold() {
        List<String> order = new ArrayList<>();
        new ChangeNotifier(store, change -> order.add("gateway")).subscribe(id -> order.add(id.value()));

        store.received.accept("cluster " + CLUSTER);

        assertThat(order).containsExactly(CLUSTER.value(), "gateway");
    }

    @Test
    void tellsTheGatewayOfAClusterThatCouldNotBeFollowed() {
        notifier.subscribe(id -> {
            throw new IllegalStateException("made by the test");
        });

        store.received.accept("cluster " + CLUSTER);

        assertThat(changes).containsExactly(CLUSTER_CHANGED);
    }

    @Test
    void goesOnWhereTheGatewayFails() {
        List<Change> told = new ArrayList<>();
        new ChangeNotifier(store, change -> {
                    told.add(change);
                    throw new IllegalStateException("made by the test");
                })
                .subscribe(id -> {});

        store.received.accept("users " + PROJECT);
        store.received.accept("access-list " + PROJECT);

        assertThat(told).containsExactly(USERS_CHANGED, ACCESS_LIST_CHANGED);
    }

    @Test
    void ignoresNoticesOfOtherKinds() {
        notifier.subscribe(id -> changes.add(CLUSTER_CHANGED));

        store.received.accept("weather " + PROJECT);

        assertThat(changes).isEmpty();
    }

    private Change next() throws InterruptedException {
        Change change = changes.poll(30, TimeUnit.SECONDS);
        assertThat(change).isNotNull();
        return change;
    }

    /** A store that keeps what other processes would be told, and lets a test be another process. */
    private static final class NoticingStore implements Store {

        private final Store store;
        private final List<String> notices = new ArrayList<>();
        private Consumer<String> received = notice -> {};

        NoticingStore(Store store) {
            this.store = store;
        }

        @Override
        public <T> T read(Function<Handle, T> query) {
            return store.read(query);
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return store.write(work);
        }

        @Override
        public <K, V> SharedCache<K, V> cache(int mostEntries) {
            return store.cache(mostEntries);
        }

        @Override
        public StoreStatistics statistics() {
            return store.statistics();
        }

        @Override
        public boolean isShared() {
            return true;
        }

        @Override
        public void notifyOthers(Transaction transaction, String notice) {
            notices.add(notice);
        }

        @Override
        public Subscription subscribe(Consumer<String> notices, Runnable missed) {
            received = notices;
            return () -> {};
        }

        @Override
        public void close() {
            store.close();
        }
    }
}

package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telamon.gateway.thread.EssentialThreads;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL can answer, or not answer, instead of doing what it is asked. */
class PostgresFailureTest {

    private Store store;

    @BeforeEach
    void open() {
        store = Stores.postgresql(TestPostgresql.newSchema(), new EssentialThreads());
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void doesNotKnowTheOutcomeOfACommitThatGetsNoResponse() {
        onCommit("PERFORM pg_sleep(3)");

        long began = System.nanoTime();
        StoreException failure = failure(() -> put("x"));

        assertThat(failure.isOutcomeUnknown()).isTrue();
        assertThat(failure.failure()).isEqualTo(StoreFailure.UNREACHABLE);
        assertThat(failure).hasMessageContaining("may or may not be committed");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void doesNotKnowTheOutcomeOfACommitWhoseConnectionIsLost() {
        onCommit("PERFORM pg_terminate_backend(pg_backend_pid())");

        assertThat(failure(() -> put("x")).isOutcomeUnknown()).isTrue();
        onCommit("NULL");
        put("y");
    }

    @Test
    void knowsThatNothingIsWrittenWhereAStatementGetsNoResponse() {
        StoreException failure = failure(() -> store.write(transaction -> transaction
                .handle()
                .select("SELECT 1 FROM pg_sleep(3)")
                .mapTo(Integer.class)
                .one()));

        assertThat(failure.failure()).isEqualTo(StoreFailure.UNREACHABLE);
        assertThat(failure.isOutcomeUnknown()).isFalse();
    }

    @Test
    void knowsThatNothingIsWrittenWhereTheDiskIsFullAtTheCommit() {
        onCommit("RAISE EXCEPTION 'no space' USING ERRCODE = '53100'");

        StoreException failure = failure(() -> put("x"));

        assertThat(failure.failure()).isEqualTo(StoreFailure.FULL);
        assertThat(failure.isOutcomeUnknown()).isFalse();
        assertThat(failure(store::check).failure()).isEqualTo(StoreFailure.FULL);
        onCommit("NULL");
        store.check();
        put("x");
    }

    private static StoreException failure(Runnable work) {
        StoreException thrown = catchThrowableOfType(StoreException.class, work::run);
        assertThat(thrown).isNotNull();
        return thrown;
    }

    private void put(String name) {
        store.write(transaction -> transaction
                .handle()
                .execute("INSERT INTO setting (name, value) VALUES (?, 'x') ON CONFLICT DO NOTHING", name));
    }

    /** Runs a statement of PL/pgSQL while a transaction commits that has written a setting. */
    private void onCommit(String statement) {
        store.write(transaction -> {
            transaction.handle().execute("DROP TRIGGER IF EXISTS commits ON setting");
            transaction
                    .handle()
                    .execute("CREATE OR REPLACE FUNCTION commits() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                            + statement + "; RETURN NULL; END $$");
            return transaction
                    .handle()
                    .execute("CREATE CONSTRAINT TRIGGER commits AFTER INSERT OR UPDATE ON setting"
                            + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION commits()");
        });
    }
}

package io.telamon.engine.remote;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonBinary;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment that would run a write again answered to the last write of each session. The sessions that have not written for the
 * longest time are forgotten when there are too many or their answers are too large.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads. Of those who begin the same write one runs it, the others wait for its answer.
 */
final class RetryableWrites {

    private static final int MOST_SESSIONS = 10_000;
    private static final int MOST_BYTES = 8 << 20;

    private final Map<BsonBinary, Write> last = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    /** One run of a write; its answer is no other's, even if the number is. */
    record Write(WriteId id, CompletableFuture<byte[]> answer) {

        int size() {
            return answer.isDone() && !answer.isCompletedExceptionally() ? answer.join().length : 0;
        }
    }

    /**
     * A write that was begun.
     *
     * @param first whether the caller has to run it, and then {@link #answered} or {@link #failed}
     * @param write what came or will come of it
     */
    record Begun(boolean first, Write write) {

        CompletableFuture<byte[]> answer() {
            return write.answer();
        }
    }

    /**
     * Begins a write, or finds that it was begun.
     *
     * @throws RefusedException if the session has gone on to other writes, or that number was another write of it
     */
    synchronized Begun begin(WriteId id) throws RefusedException {
        Write known = last.get(id.session());
        if (known != null && known.id().equals(id)) {
            return new Begun(false, known);
        }
        if (known != null && known.id().number() == id.number()) {
            throw RefusedException.badValue("txnNumber " + id.number() + " of this session was another write");
        }
        if (known != null && known.id().number() > id.number()) {
            throw RefusedException.tooOld(id.number(), known.id().number());
        }
        Write begun = new Write(id, new CompletableFuture<>());
        forget(last.put(id.session(), begun));
        shrink();
        return new Begun(true, begun);
    }

    /** A write has an answer, which whoever sends it again is given. */
    synchronized void answered(WriteId id, Begun begun, byte[] answer) {
        begun.answer().complete(answer);
        if (isLast(id, begun)) {
            bytes += answer.length;
            shrink();
        }
    }

    /** A write has no answer. If it was not run it may be begun again. */
    synchronized void failed(WriteId id, Begun begun, Throwable reason, boolean mayHaveRun) {
        begun.answer().completeExceptionally(reason);
        if (!mayHaveRun && isLast(id, begun)) {
            last.remove(id.session());
        }
    }

    private boolean isLast(WriteId id, Begun begun) {
        return begun.write().equals(last.get(id.session()));
    }

    private void forget(@Nullable Write write) {
        if (write != null) {
            bytes -= write.size();
        }
    }

    private void shrink() {
        Iterator<Write> oldest = last.values().iterator();
        while ((last.size() > MOST_SESSIONS || bytes > MOST_BYTES) && oldest.hasNext()) {
            forget(oldest.next());
            oldest.remove();
        }
    }
}

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
final class RetriedWrites {

    private static final int MOST_SESSIONS = 10_000;
    private static final int MOST_BYTES = 8 << 20;

    private final Map<BsonBinary, Write> last = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    private record Write(long number, CompletableFuture<byte[]> answer) {

        int size() {
            return answer.isDone() && !answer.isCompletedExceptionally() ? answer.join().length : 0;
        }
    }

    /**
     * A write that was begun.
     *
     * @param first whether the caller has to run it, and then {@link #answered} or {@link #failed}
     * @param answer what came or will come of it
     */
    record Begun(boolean first, CompletableFuture<byte[]> answer) {}

    /**
     * Begins a write, or finds that it was begun.
     *
     * @throws RefusedException if the session has gone on to other writes
     */
    synchronized Begun begin(WriteId id) throws RefusedException {
        Write known = last.get(id.session());
        if (known != null && known.number() == id.number()) {
            return new Begun(false, known.answer());
        }
        if (known != null && known.number() > id.number()) {
            throw RefusedException.tooOld(id.number(), known.number());
        }
        Write begun = new Write(id.number(), new CompletableFuture<>());
        forget(last.put(id.session(), begun));
        shrink();
        return new Begun(true, begun.answer());
    }

    /** A write has an answer, which whoever sends it again is given. */
    synchronized void answered(WriteId id, Begun begun, byte[] answer) {
        begun.answer().complete(answer);
        if (isLast(id)) {
            bytes += answer.length;
            shrink();
        }
    }

    /** A write has no answer. If it was not run it may be begun again. */
    synchronized void failed(WriteId id, Begun begun, Throwable reason, boolean mayHaveRun) {
        begun.answer().completeExceptionally(reason);
        if (!mayHaveRun && isLast(id)) {
            last.remove(id.session());
        }
    }

    private boolean isLast(WriteId id) {
        Write known = last.get(id.session());
        return known != null && known.number() == id.number();
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

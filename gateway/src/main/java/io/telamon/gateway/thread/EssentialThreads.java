package io.telamon.gateway.thread;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The threads without which a process does not do its work: acceptors, timers, the writer of a database. Each is listed from its start
 * until its owner ends it, so that one which has died is noticed.
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads.
 */
public final class EssentialThreads {

    private final Set<EssentialThread> threads = ConcurrentHashMap.newKeySet();

    /**
     * Starts a virtual thread that runs a loop, and runs it again whenever it throws.
     *
     * @param name the name of the thread; threads of the same name are listed as one
     * @param loop returns only after its owner has called {@link EssentialThread#end}; what it needs after a failure it keeps in fields
     */
    public EssentialThread start(String name, Runnable loop) {
        return start(name, Thread.ofVirtual(), loop);
    }

    /** Starts a thread of that kind that runs a loop, and runs it again whenever it throws; otherwise as {@link #start(String, Runnable)}. */
    public EssentialThread start(String name, Thread.Builder kind, Runnable loop) {
        EssentialThread thread = new EssentialThread(this, name, kind, loop);
        threads.add(thread);
        thread.start();
        return thread;
    }

    void forget(EssentialThread thread) {
        threads.remove(thread);
    }

    /** Every thread that has not been ended by its owner, by name in alphabetical order, and whether it runs. */
    public Map<String, Boolean> states() {
        Map<String, Boolean> states = new TreeMap<>();
        threads.forEach(thread -> states.merge(thread.name(), thread.isRunning(), Boolean::logicalAnd));
        return states;
    }
}

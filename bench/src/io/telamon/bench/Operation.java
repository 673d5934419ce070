package io.telamon.bench;

import java.io.IOException;
import java.util.Optional;

/** What one connection does again and again: a request, and more of them where one is not enough. */
interface Operation {

    /** The first request. */
    byte[] begin();

    /**
     * The request that follows an answer; nothing when the operation is over.
     *
     * @throws IOException when the answer is not one to go on from
     */
    default Optional<byte[]> next(Answer answer) throws IOException {
        return Optional.empty();
    }

    /** Whether the last answer means that it was done. */
    default boolean isDone(Answer answer) {
        return answer.status() == 200;
    }
}

package io.telamon.bench;

import java.io.IOException;

/** What one connection does again and again. */
interface Operation {

    /** Does it once; the last answer. */
    Answer perform(Connection connection) throws IOException;

    /** Whether an answer means that it was done. */
    default boolean isDone(Answer answer) {
        return answer.status() == 200;
    }
}

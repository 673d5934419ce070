package io.telamon.control.api;

/**
 * The work of one operation.
 *
 * @param <B> the body it takes
 * @param <V> what it answers with
 */
@FunctionalInterface
public interface Handler<B, V> {

    /**
     * Does the work.
     *
     * @throws ApiException when it refuses; then nothing has changed
     */
    V handle(Call<B> call);
}

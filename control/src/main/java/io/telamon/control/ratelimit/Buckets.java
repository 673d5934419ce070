package io.telamon.control.ratelimit;

import io.telamon.control.api.EndpointSet;

/** Where tokens are counted. */
interface Buckets {

    /** Takes a token of a scope if there is one, and says what is left; less than zero when there was none. */
    int take(EndpointSet set, String scope);
}

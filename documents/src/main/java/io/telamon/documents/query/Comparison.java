package io.telamon.documents.query;

/** The comparisons of filters. */
enum Comparison {
    EQ,
    LT,
    LTE,
    GT,
    GTE;

    /** Whether values with an order of this sign match. */
    boolean accepts(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case LT -> order < 0;
            case LTE -> order <= 0;
            case GT -> order > 0;
            case GTE -> order >= 0;
        };
    }

    /** Whether equal values match. */
    boolean includesEqual() {
        return this == EQ || this == LTE || this == GTE;
    }
}

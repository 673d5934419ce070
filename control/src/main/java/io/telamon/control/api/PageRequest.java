package io.telamon.control.api;

/**
 * Which page of a list is asked for.
 *
 * @param pageNum number of the page, from 1
 * @param itemsPerPage items on a page, 1 to 500
 * @param includeCount whether the answer tells the number of items on all pages
 */
public record PageRequest(int pageNum, int itemsPerPage, boolean includeCount) {

    /** The page that a client gets that asks for none. */
    public static final PageRequest FIRST = new PageRequest(1, 100, true);

    /** Number of items to read: one more than the page has, which tells whether another page follows. */
    public int limit() {
        return itemsPerPage + 1;
    }

    /** Number of items before the page. */
    public long offset() {
        return (pageNum - 1L) * itemsPerPage;
    }
}

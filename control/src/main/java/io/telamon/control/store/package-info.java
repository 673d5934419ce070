/** The database: connections, transactions, migrations; SQLite and PostgreSQL. */
@NullMarked
package io.telamon.control.store;

import org.jspecify.annotations.NullMarked;

/** Regular expressions in the dialect of PCRE2, as MongoDB uses it, on those of the JDK. */
@NullMarked
package io.telamon.documents.pattern;

import org.jspecify.annotations.NullMarked;

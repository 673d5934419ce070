@NullMarked
package io.telamon.documents;

import org.jspecify.annotations.NullMarked;

/** Database users and custom roles: who gets into the clusters of a project, and what they may do there. */
@NullMarked
package io.telamon.control.database;

import org.jspecify.annotations.NullMarked;

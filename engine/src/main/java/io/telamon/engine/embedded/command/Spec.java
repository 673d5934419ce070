package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import java.util.function.Predicate;

/**
 * A command of this engine.
 *
 * @param fields what it may carry
 * @param writes whether a body makes it change anything
 * @param handler what runs it
 */
record Spec(CommandFields fields, Predicate<Document> writes, CommandHandler handler) {}

package io.telamon.gateway.error;

import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.directory.TierFeature;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** A command that is not run, with what the client is told. {@link Errors} makes them. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int NOT_WRITABLE_PRIMARY = 10107;
    static final int NOT_PRIMARY_NO_SECONDARY_OK = 13435;

    private final int code;
    private final String codeName;
    private final boolean retryable;
    private final @Nullable CommandException ofProxy;

    CommandException(int code, String codeName, String message, boolean retryable) {
        this(code, codeName, message, retryable, null);
    }

    private CommandException(
            int code, String codeName, String message, boolean retryable, @Nullable CommandException ofProxy) {
        super(message, null, false, false);
        this.code = code;
        this.codeName = codeName;
        this.retryable = retryable;
        this.ofProxy = ofProxy;
    }

    /** The same error, which tiers with {@link TierFeature#TIER_PROXY} answer in another form. */
    CommandException throughProxy(CommandException form) {
        return new CommandException(code, codeName, String.valueOf(getMessage()), retryable, form);
    }

    /** MongoDB's number of the error. */
    public int code() {
        return code;
    }

    /** MongoDB's name of the error. */
    public String codeName() {
        return codeName;
    }

    /**
     * Whether the answer tells the version of the topology: it says that this member is not the primary, and drivers that have seen that
     * version know this already (specification "Server Discovery and Monitoring").
     */
    public boolean isNotPrimary() {
        return code == NOT_WRITABLE_PRIMARY || code == NOT_PRIMARY_NO_SECONDARY_OK;
    }

    /** The answer to a client of that cluster, in the form of its tier. */
    public BsonDocument document(Tenant tenant) {
        CommandException form = ofProxy;
        return form != null && tenant.offers(TierFeature.TIER_PROXY) ? form.document() : document();
    }

    private BsonDocument document() {
        BsonDocument document = new BsonDocument("ok", new BsonDouble(0))
                .append("errmsg", new BsonString(String.valueOf(getMessage())))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(codeName));
        if (retryable) {
            document.append("errorLabels", new BsonArray(List.of(new BsonString("RetryableWriteError"))));
        }
        return document;
    }
}

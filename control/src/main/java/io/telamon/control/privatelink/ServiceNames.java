package io.telamon.control.privatelink;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How clients find a private endpoint service at its provider.
 *
 * @param name on AWS and Azure
 * @param resourceId on Azure
 * @param attachments on Google Cloud
 */
record ServiceNames(@Nullable String name, @Nullable String resourceId, List<String> attachments) {

    /** Those of a service that is being set up. */
    static final ServiceNames NONE = new ServiceNames(null, null, List.of());
}

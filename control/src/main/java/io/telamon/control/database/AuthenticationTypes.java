package io.telamon.control.database;

import io.telamon.control.store.StoredAsJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a database user authenticates: with a password where all four are {@code NONE}, else by the one that is not. */
@StoredAsJson
record AuthenticationTypes(AwsIam awsIAMType, Ldap ldapAuthType, Oidc oidcAuthType, X509 x509Type) {

    static final AuthenticationTypes PASSWORD = new AuthenticationTypes(AwsIam.NONE, Ldap.NONE, Oidc.NONE, X509.NONE);

    /** By the credentials of an AWS IAM user or role. */
    public enum AwsIam {
        NONE,
        USER,
        ROLE
    }

    /** As a user or the members of a group of an LDAP server. */
    public enum Ldap {
        NONE,
        GROUP,
        USER
    }

    /** By a token of OpenID Connect: people as members of a group of their identity provider, or a workload. */
    public enum Oidc {
        NONE,
        IDP_GROUP,
        USER
    }

    /** By a certificate that is issued here, or by the customer's own CA. */
    public enum X509 {
        NONE,
        CUSTOMER,
        MANAGED
    }

    boolean usePassword() {
        return equals(PASSWORD);
    }

    /** The database that users of these types authenticate against, as recorded. */
    String database() {
        return usePassword() || oidcAuthType == Oidc.IDP_GROUP ? "admin" : "$external";
    }

    /** The attributes that are not {@code NONE}, in the order of the alphabet. */
    List<String> chosen() {
        Map<String, Enum<?>> all = new LinkedHashMap<>();
        all.put("awsIAMType", awsIAMType);
        all.put("ldapAuthType", ldapAuthType);
        all.put("oidcAuthType", oidcAuthType);
        all.put("x509Type", x509Type);
        return all.entrySet().stream()
                .filter(type -> !type.getValue().name().equals("NONE"))
                .map(Map.Entry::getKey)
                .toList();
    }
}

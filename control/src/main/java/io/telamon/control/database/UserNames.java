package io.telamon.control.database;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.database.AuthenticationTypes.AwsIam;
import io.telamon.control.database.AuthenticationTypes.Ldap;
import io.telamon.control.database.AuthenticationTypes.Oidc;
import io.telamon.control.database.AuthenticationTypes.X509;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** The names of database users, whose form depends on how they authenticate. */
final class UserNames {

    /** An Amazon Resource Name of an IAM identity: partition, service, no region, account, and what in it. */
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:(iam|sts)::[0-9]{12}:.+");

    /** The id of an identity provider, and the name of a group or user there. */
    private static final Pattern OIDC = Pattern.compile("[^/]+/.+");

    private UserNames() {}

    /**
     * Refuses a name that does not have the form of its type.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ATLAS_INVALID_USERNAME},
     *     {@link ErrorCode#ATLAS_INVALID_AWS_IAM_ARN}, {@link ErrorCode#ATLAS_INVALID_LDAP_NAME},
     *     {@link ErrorCode#ATLAS_MANAGED_X509_NAME_INVALID}
     */
    static void require(AuthenticationTypes types, String name) {
        ErrorCode.ATLAS_INVALID_USERNAME.refuseIf(
                name.isBlank() || name.chars().anyMatch(Character::isISOControl), name);
        ErrorCode.ATLAS_INVALID_AWS_IAM_ARN.refuseIf(
                types.awsIAMType() != AwsIam.NONE && !ARN.matcher(name).matches(), name);
        ErrorCode.ATLAS_INVALID_USERNAME.refuseIf(
                types.oidcAuthType() != Oidc.NONE && !OIDC.matcher(name).matches(), name);
        boolean distinguished = types.ldapAuthType() != Ldap.NONE || types.x509Type() == X509.CUSTOMER;
        ErrorCode.ATLAS_INVALID_LDAP_NAME.refuseIf(
                distinguished && distinguishedName(name).isEmpty(), name);
        ErrorCode.ATLAS_INVALID_USERNAME.refuseIf(types.x509Type() == X509.CUSTOMER && !hasCommonName(name), name);
        ErrorCode.ATLAS_MANAGED_X509_NAME_INVALID.refuseIf(
                types.x509Type() == X509.MANAGED && !isManagedName(name), name);
    }

    /** The distinguished name (RFC 2253) that the text is, with at least one part. */
    private static Optional<LdapName> distinguishedName(String text) {
        try {
            return Optional.of(new LdapName(text)).filter(name -> !name.isEmpty());
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    private static boolean hasCommonName(String text) {
        return distinguishedName(text).stream()
                .flatMap(name -> name.getRdns().stream())
                .anyMatch(part -> part.toAttributes().get("CN") != null);
    }

    /** A common name with nothing beside it: as it is, as recorded, or written {@code CN=name}. */
    private static boolean isManagedName(String text) {
        if (text.indexOf('=') < 0) {
            return true;
        }
        return hasCommonName(text)
                && distinguishedName(text)
                        .filter(name -> name.size() == 1 && name.getRdn(0).size() == 1)
                        .isPresent();
    }
}

package io.telamon.control.database;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Database users who authenticate without a password. */
@WithControlPlane
class ExternalUsersTest {

    private static final String ALL = "/groups/" + PROJECT + "/databaseUsers";

    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        owner = running.owner();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$external | x509Type     | MANAGED   | user389",
                "$external | x509Type     | MANAGED   | CN=user389",
                "$external | x509Type     | CUSTOMER  | CN=ellen@example.com,OU=users,DC=example,DC=com",
                "$external | ldapAuthType | USER      | CN=david@example.com,OU=users,DC=example,DC=com",
                "$external | ldapAuthType | GROUP     | CN=admins,OU=groups,DC=example,DC=com",
                "$external | oidcAuthType | USER      | 64d613677e1ad50839cce4db/job",
                "admin     | oidcAuthType | IDP_GROUP | 64d613677e1ad50839cce4db/user-332",
                "$external | awsIAMType   | USER      | arn:aws:iam::123456789012:user/sales/dylan",
                "$external | awsIAMType   | ROLE      | arn:aws-us-gov:iam::123456789012:role/job"
            })
    void areKeptAsTheyAreSent(String database, String attribute, String type, String name) {
        Answer made = owner.post(ALL, user(database, attribute, type, name));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        for (String each : new String[] {"awsIAMType", "ldapAuthType", "oidcAuthType", "x509Type"}) {
            assertThat(made.json().at("/" + each).asString()).isEqualTo(each.equals(attribute) ? type : "NONE");
        }
        assertThat(made.json().at("/databaseName").asString()).isEqualTo(database);
        assertThat(made.json().at("/links/0/href").asString()).endsWith(one(database, name));
        assertThat(owner.get(one(database, name)).json()).isEqualTo(made.json());
        assertThat(owner.get(ALL).json().at("/results/0")).isEqualTo(made.json());

        Answer changed = owner.patch(
                one(database, name),
                "{'" + attribute + "':'" + type + "','roles':[{'roleName':'read','databaseName':'b'}]}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/" + attribute).asString()).isEqualTo(type);
        assertThat(changed.json().at("/roles/0/databaseName").asString()).isEqualTo("b");

        assertThat(owner.delete(one(database, name)).status()).isEqualTo(204);
        assertThat(owner.get(one(database, name)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "admin     | x509Type     | MANAGED   | user389         | DATABASE_NAME_INVALID_EXTERNAL",
                "shop      | awsIAMType   | ROLE      | arn:aws:iam::123456789012:role/job | DATABASE_NAME_INVALID_EXTERNAL",
                "$external | oidcAuthType | IDP_GROUP | idp/group       | DATABASE_NAME_INVALID_ADMIN",
                "$external | x509Type     | MANAGED   | CN=a,OU=b       | ATLAS_MANAGED_X509_NAME_INVALID",
                "$external | x509Type     | MANAGED   | CN=a+OU=b       | ATLAS_MANAGED_X509_NAME_INVALID",
                "$external | x509Type     | MANAGED   | OU=b            | ATLAS_MANAGED_X509_NAME_INVALID",
                "$external | x509Type     | CUSTOMER  | user389         | ATLAS_INVALID_LDAP_NAME",
                "$external | x509Type     | CUSTOMER  | OU=users,DC=com | ATLAS_INVALID_USERNAME",
                "$external | ldapAuthType | USER      | david           | ATLAS_INVALID_LDAP_NAME",
                "$external | awsIAMType   | ROLE      | job             | ATLAS_INVALID_AWS_IAM_ARN",
                "$external | awsIAMType   | USER      | arn:aws:s3:::b  | ATLAS_INVALID_AWS_IAM_ARN",
                "admin     | oidcAuthType | IDP_GROUP | group           | ATLAS_INVALID_USERNAME",
                "$external | x509Type     | OWN       | user389         | VALIDATION_ERROR"
            })
    void areRefusedWhereTheirDatabaseOrNameIsNotOfTheirType(
            String database, String attribute, String type, String name, String code) {
        Answer answer = owner.post(ALL, user(database, attribute, type, name));

        assertThat(answer.errorCode()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x509Type:MANAGED | ,'password':'correct-horse'                  | ATLAS_X509_USER_CANNOT_USE_SCRAM",
                "x509Type:MANAGED | ,'ldapAuthType':'USER'                       | ATLAS_X509_USER_CANNOT_USE_LDAP",
                "ldapAuthType:USER | ,'password':'correct-horse'                 | INVALID_ATTRIBUTE",
                "ldapAuthType:USER | ,'awsIAMType':'USER'                        | INVALID_ATTRIBUTE"
            })
    void haveNothingThatBelongsToAnotherType(String type, String more, String code) {
        String[] attribute = type.split(":", -1);
        String user = user("$external", attribute[0], attribute[1], "CN=a").replace("]}", "]" + more + "}");

        assertThat(owner.post(ALL, user).errorCode()).isEqualTo(code);
    }

    @Test
    void areNotTemporaryWithX509() {
        String soon = java.time.Instant.now().plusSeconds(3600).toString();
        String end = ",'deleteAfterDate':'" + soon + "'}";

        assertThat(owner.post(ALL, user("$external", "x509Type", "MANAGED", "a").replace("]}", "]" + end))
                        .errorCode())
                .isEqualTo("ATLAS_X509_USER_CANNOT_BE_TEMPORARY");
        assertThat(owner.post(
                                ALL,
                                user("admin", "oidcAuthType", "IDP_GROUP", "a/b")
                                        .replace("]}", "]" + end))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void getNoPasswordLater() {
        owner.post(ALL, user("$external", "x509Type", "MANAGED", "a"));

        assertThat(owner.patch(one("$external", "a"), "{'password':'correct-horse'}")
                        .errorCode())
                .isEqualTo("ATLAS_X509_USER_CANNOT_USE_SCRAM");
        assertThat(owner.patch(one("$external", "a"), "{'x509Type':'NONE'}").errorCode())
                .as("users with passwords are on admin")
                .isEqualTo("DATABASE_NAME_INVALID_ADMIN");
    }

    @Test
    void loseTheirPasswordWithTheTypeThatNeedsIt() {
        String name = "64d613677e1ad50839cce4db/group";
        owner.post(ALL, user("admin", "oidcAuthType", "NONE", name).replace("]}", "],'password':'correct-horse'}"));

        assertThat(owner.patch(one("admin", name), "{'oidcAuthType':'IDP_GROUP'}")
                        .status())
                .isEqualTo(200);
        assertThat(owner.patch(one("admin", name), "{'oidcAuthType':'NONE'}").errorCode())
                .as("the password is gone")
                .isEqualTo("MISSING_ATTRIBUTE");
    }

    @Test
    void haveCertificatesUnderAPathThatIsNotTheirOwn() {
        owner.post(ALL, user("$external", "x509Type", "MANAGED", "ann"));

        Answer listed = owner.get(ALL + "/ann/certs?includeCount=true");
        assertThat(listed.status()).isEqualTo(501);
        assertThat(listed.text()).contains("listGroupDatabaseUserCerts");
        Answer made = owner.post(ALL + "/ann/certs", "{'monthsUntilExpiration':3}");
        assertThat(made.status()).isEqualTo(501);
        assertThat(made.text()).contains("createGroupDatabaseUserCert");
    }

    private static String one(String database, String name) {
        return ALL + "/" + database + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static String user(String database, String attribute, String type, String name) {
        return "{'databaseName':'" + database + "','username':'" + name + "','" + attribute + "':'" + type
                + "','roles':[{'roleName':'atlasAdmin','databaseName':'admin'}]}";
    }
}

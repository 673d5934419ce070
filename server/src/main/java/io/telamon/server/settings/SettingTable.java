package io.telamon.server.settings;

import io.telamon.control.access.digest.DigestAlgorithm;
import io.telamon.control.calendar.Calendar;
import io.telamon.control.dataplane.PortRange;
import io.telamon.control.person.EmailAddress;
import io.telamon.control.rehearsal.Pace;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;

/** Every setting, declared once. The help of {@code telamon serve} and {@code docs/configuration.md} show this table. */
public final class SettingTable {

    private static final String ID = "[a-f0-9]{24}";
    private static final String NAME = "[^\\p{Cntrl}]{1,64}";

    static final Setting<Path> CONFIG =
            Setting.of("config", Kinds.path("FILE", "the path of a YAML file")).described("A YAML file with settings.");
    static final Setting<Integer> PORT = Setting.of("port", Kinds.wholeNumber("PORT", 0, 65_535))
            .initially("8080")
            .described("The TCP port to listen on. 0 takes a free one and says which.");
    static final Setting<InetAddress> ADDRESS = Setting.of("address", Kinds.address())
            .initially("127.0.0.1")
            .described("The address to listen on. 0.0.0.0 listens on all.");
    static final Setting<String> PUBLIC_URL = Setting.of("public-url", Kinds.origin())
            .unset("what the client asked for")
            .described("What links in answers begin with, for servers behind a proxy.");
    static final Setting<Advertised> ADVERTISE = Setting.of("advertise", Kinds.advertised())
            .unset("the host of public-url, else address")
            .described(
                    "The host that clients are told, in connection strings, in greetings, by DNS, in credentials.env and in"
                            + " the certificate. With a port, that of the API, where a proxy or container maps it; ports of"
                            + " clusters must be mapped to the same numbers.");

    /** The domain of host names that nobody is expected to resolve. */
    static final String LOCAL_DOMAIN = "telamon.localhost";

    static final Setting<PortRange> CLUSTER_PORTS = Setting.of("cluster-ports", Kinds.ports())
            .initially("27018-30017")
            .described(
                    "The TCP ports that clusters get for drivers, on the same address: three each, one each when less than a third"
                            + " is left. 0 takes free ones, off none.");
    static final Setting<Integer> SHARED_PORT = Setting.of("shared-port", Kinds.wholeNumber("PORT", 1, 65_535))
            .described("A TCP port that all clusters share, told apart by host name. It speaks TLS, with tls-cert or a"
                    + " certificate of the local CA for each name.");
    static final Setting<String> CLUSTER_DOMAIN = Setting.of("cluster-domain", Kinds.domain())
            .initially(LOCAL_DOMAIN)
            .described("The domain in which clusters have host names.");
    static final Setting<Integer> DNS_PORT = Setting.of("dns-port", Kinds.wholeNumber("PORT", 1, 65_535))
            .described("A UDP port on which the names of clusters are resolved, for mongodb+srv strings.");
    static final Setting<EngineChoice> ENGINE = Setting.of("engine", Kinds.engine())
            .initially("auto")
            .described(
                    "What keeps the documents of clusters: mongod or ferretdb, one process a cluster; the embedded"
                            + " development engine; or deployments that run already, as mongodb://HOST/. auto takes the first of"
                            + " these that is on the PATH, else the embedded one. A password is better kept in the environment.");
    static final Setting<Path> DATA_DIR = Setting.of("data-dir", Kinds.path("FOLDER", "the path of a folder"))
            .initially("./data")
            .described("The folder that holds the database, the credentials and the keys. Made where there is none.");
    static final Setting<String> DATABASE = Setting.of("database", Kinds.database())
            .unset("SQLite in the data folder")
            .described("A PostgreSQL database to keep everything in, as postgresql://HOST/NAME?user=…&password=…;"
                    + " several servers may share one. A password is better kept in the environment or the file.");
    static final Setting<String> NODE = Setting.of(
                    "node",
                    Kinds.text("NAME", "1 to 64 letters, digits, dots, hyphens or underscores", "[\\w.-]{1,64}"))
            .unset("host name and process id")
            .described("Names this server among those that share a database.");
    static final Setting<Integer> HTTP_CONNECTIONS = Setting.of(
                    "http-connections", Kinds.wholeNumber("NUMBER", 1, 65_535))
            .initially("2048")
            .described(
                    "How many HTTP connections may be open. Beyond that, those that have waited longest for a request are"
                            + " closed for new ones.");
    static final Setting<Integer> HTTP_CONNECTIONS_PER_ADDRESS = Setting.of(
                    "http-connections-per-address", Kinds.wholeNumber("NUMBER", 1, 65_535))
            .initially("1024")
            .described("The same for each IPv4 address, or IPv6 network of 64 bits.");
    static final Setting<Integer> HTTP_HEAD_TIMEOUT =
            seconds("http-head-timeout", "15").described("Seconds in which the header section of a request must come.");
    static final Setting<Integer> HTTP_BODY_TIMEOUT = seconds("http-body-timeout", "20")
            .described(
                    "Seconds in which the body of a request must come, or a response be taken, plus one for every 4096 bytes.");
    static final Setting<Integer> HTTP_IDLE_TIMEOUT = seconds("http-idle-timeout", "120")
            .described("Seconds after which an HTTP connection without a request is closed.");
    static final Setting<Integer> HTTP_BODY_MEMORY = Setting.of("http-body-memory", Kinds.wholeNumber("MIB", 2, 65_535))
            .initially("24")
            .described(
                    "Mebibytes of the heap for bodies of requests and large responses. Parsing bodies may take as much, and a"
                            + " third, besides.");
    static final Setting<TlsMode> TLS = Setting.of("tls", Kinds.oneOf(TlsMode.class))
            .initially("off")
            .described("With auto, https with a certificate from a local CA that is kept in the data folder.");
    static final Setting<Path> TLS_CERT = Setting.of("tls-cert", Kinds.path("FILE", "the path of a PEM file"))
            .described("https with this certificate and its chain, in a PEM file. Needs tls-key.");
    static final Setting<Path> TLS_KEY = Setting.of("tls-key", Kinds.path("FILE", "the path of a PEM file"))
            .described("The private key of tls-cert: a PEM file with an unencrypted PKCS #8 key, EC or RSA.");
    static final Setting<List<String>> TLS_NAMES = Setting.of("tls-names", Kinds.certificateNames())
            .described("Further names and addresses for the certificate of the local CA.");
    static final Setting<String> CALENDAR = Setting.of(
                    "calendar",
                    Kinds.matching(
                            "STAGE|DATE",
                            "serverless, flex, sunset, today, or a day such as 2025-06-30",
                            Calendar::isKnown))
            .unset("what it was set to while a server ran, else flex")
            .described(
                    "What day it is for the API: which versions have ended, and at which stage serverless instances are."
                            + " today follows the clock.");
    static final Setting<Pace> PACE = Setting.of("pace", Kinds.oneOf(Pace.class))
            .initially("quick")
            .described("How fast clusters move through their states: as in the cloud, in about a second, at once, or"
                    + " when told.");
    static final Setting<RateLimits> RATE_LIMITS = Setting.of("rate-limits", Kinds.oneOf(RateLimits.class))
            .initially("observe")
            .described("Whether requests over a rate limit are only counted, or refused with 429.");
    static final Setting<ClusterLimit> CLUSTER_LIMIT = Setting.of("cluster-limit", Kinds.oneOf(ClusterLimit.class))
            .initially("enforce")
            .described(
                    "Whether a project has no more clusters than its limit allows, 25 unless it is changed, or as many as"
                            + " fit.");
    static final Setting<DigestAlgorithm> DIGEST_ALGORITHM = Setting.of(
                    "digest-algorithm", Kinds.oneOf(DigestAlgorithm.class, DigestAlgorithm::token))
            .initially("MD5")
            .described("The hash of HTTP Digest. The service uses MD5.");
    static final Setting<String> MASTER_KEY = Setting.of("master-key", Kinds.masterKey())
            .unset("master-key-file")
            .offCommandLine()
            .described("The key that encrypts secrets in the database.");
    static final Setting<Path> MASTER_KEY_FILE = Setting.of("master-key-file", Kinds.path("FILE", "the path of a file"))
            .unset("master.key in the data folder")
            .described("The file that holds the master key. Made, with a random key, where there is none.");
    static final Setting<LogLevel> LOG_LEVEL = Setting.of("log-level", Kinds.oneOf(LogLevel.class))
            .initially("info")
            .described("How much Telamon tells on stderr.");
    static final Setting<Boolean> LOG_REQUESTS = Setting.of("log-requests", Kinds.flag())
            .initially("false")
            .described("Whether each request is logged: method, path, status, duration, caller and operation.");
    static final Setting<Boolean> QUIET = Setting.of("quiet", Kinds.flag())
            .unset("true where output is no terminal")
            .described("Whether the start prints one line, and not how to use the server.");
    static final Setting<String> OWNER_EMAIL = Setting.of(
                    "owner-email",
                    Kinds.matching("EMAIL", "an email address, such as owner@example.org", EmailAddress::isOne))
            .initially("owner@telamon.localhost")
            .described("The email address of the person who owns the first organization. Organizations that were made"
                    + " before there were people get that owner too. Where there is an owner, it changes nothing.");
    static final Setting<String> ORG_NAME = bootstrap("org-name", "NAME", "1 to 64 characters", NAME)
            .initially("Telamon")
            .described("The name of the first organization.");
    static final Setting<String> ORG_ID =
            bootstrap("org-id", "ID", "24 hexadecimal digits", ID).described("The id of the first organization.");
    static final Setting<String> PROJECT_NAME = bootstrap("project-name", "NAME", "1 to 64 characters", NAME)
            .initially("default")
            .described("The name of the first project.");
    static final Setting<String> PROJECT_ID =
            bootstrap("project-id", "ID", "24 hexadecimal digits", ID).described("The id of the first project.");
    static final Setting<String> PUBLIC_API_KEY = bootstrap(
                    "public-api-key", "KEY", "1 to 64 letters, digits or hyphens", "[A-Za-z0-9-]{1,64}")
            .described("The public half of the first API key. Needs its private half.");
    static final Setting<String> PRIVATE_API_KEY = secret(
                    "private-api-key", "KEY", "8 to 128 letters, digits or hyphens", "[A-Za-z0-9-]{8,128}")
            .described("The private half of the first API key.");
    static final Setting<String> CLIENT_ID = bootstrap(
                    "client-id", "ID", "mdb_sa_id_ and 24 hexadecimal digits", "mdb_sa_id_" + ID)
            .described("The client id of the first service account. Needs its secret.");
    static final Setting<String> CLIENT_SECRET = secret(
                    "client-secret",
                    "SECRET",
                    "mdb_sa_sk_ and 8 to 128 letters, digits, hyphens or underscores",
                    "mdb_sa_sk_[\\w-]{8,128}")
            .described("The client secret of the first service account.");

    /** All settings, in the order in which they are shown. */
    public static final List<Setting<?>> ALL = List.of(
            CONFIG,
            PORT,
            ADDRESS,
            PUBLIC_URL,
            ADVERTISE,
            HTTP_CONNECTIONS,
            HTTP_CONNECTIONS_PER_ADDRESS,
            HTTP_HEAD_TIMEOUT,
            HTTP_BODY_TIMEOUT,
            HTTP_IDLE_TIMEOUT,
            HTTP_BODY_MEMORY,
            TLS,
            TLS_CERT,
            TLS_KEY,
            TLS_NAMES,
            CLUSTER_PORTS,
            SHARED_PORT,
            CLUSTER_DOMAIN,
            DNS_PORT,
            ENGINE,
            DATA_DIR,
            DATABASE,
            NODE,
            CALENDAR,
            PACE,
            RATE_LIMITS,
            CLUSTER_LIMIT,
            DIGEST_ALGORITHM,
            MASTER_KEY,
            MASTER_KEY_FILE,
            LOG_LEVEL,
            LOG_REQUESTS,
            QUIET,
            OWNER_EMAIL,
            ORG_NAME,
            ORG_ID,
            PROJECT_NAME,
            PROJECT_ID,
            PUBLIC_API_KEY,
            PRIVATE_API_KEY,
            CLIENT_ID,
            CLIENT_SECRET);

    private SettingTable() {}

    private static Setting<Integer> seconds(String name, String usually) {
        return Setting.of(name, Kinds.wholeNumber("SECONDS", 1, 86_400)).initially(usually);
    }

    private static Setting<String> bootstrap(String name, String label, String expectation, String pattern) {
        return Setting.of("bootstrap." + name, Kinds.text(label, expectation, pattern))
                .unset("a random one")
                .offCommandLine();
    }

    private static Setting<String> secret(String name, String label, String expectation, String pattern) {
        return Setting.of(
                        "bootstrap." + name,
                        Kinds.text(label, expectation, pattern).keptSecret())
                .unset("a random one")
                .offCommandLine();
    }
}

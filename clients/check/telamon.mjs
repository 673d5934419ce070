// The server under test and who calls it, from the MONGODB_ATLAS_ variables that `credentials.env` in a data folder lists.

function variable(name) {
    const value = process.env[`MONGODB_ATLAS_${name}`];
    if (!value) {
        console.error(`MONGODB_ATLAS_${name} is not set; clients/run sets it.`);
        process.exit(2);
    }
    return value;
}

export const telamon = {
    baseUrl: variable("BASE_URL").replace(/\/$/, ""),
    publicKey: variable("PUBLIC_API_KEY"),
    privateKey: variable("PRIVATE_API_KEY"),
    clientId: variable("CLIENT_ID"),
    clientSecret: variable("CLIENT_SECRET"),
    orgId: variable("ORG_ID"),
    projectId: variable("PROJECT_ID"),
};

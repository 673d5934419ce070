package io.telamon.bench;

/** Both halves of an API key, for Digest. */
record ApiKey(String publicKey, String privateKey) {}

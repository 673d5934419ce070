// HTTP/1.1 on a socket, so that requests can be sent that no HTTP library would.

import net from "node:net";

const LONGEST_WAIT_MS = 30_000;

/** A connection that is made anew whenever the other side has closed it. */
export class Connection {
    #socket;
    #host;
    #port;

    constructor(baseUrl) {
        const url = new URL(baseUrl);
        this.#host = url.hostname;
        this.#port = Number(url.port);
    }

    /** Sends a request and gives back `status`, `headers` and `text`; status 0 when no answer came. */
    async send(request) {
        const reused = this.#socket && !this.#socket.destroyed;
        const answer = await this.#exchange(request);
        // a connection that was about to be closed is no failure of the request
        return answer.status === 0 && reused ? this.#exchange(request) : answer;
    }

    close() {
        this.#socket?.destroy();
    }

    async #exchange(request) {
        try {
            const socket = await this.#open();
            socket.write(bytesOf(request));
            const answer = await read(socket, request.method === "HEAD");
            if (/close/i.test(answer.headers.connection ?? "") || request.method === "HEAD") socket.destroy();
            return answer;
        } catch (error) {
            this.close();
            return { status: 0, headers: {}, text: error.message };
        }
    }

    #open() {
        if (this.#socket && !this.#socket.destroyed) return this.#socket;
        return new Promise((resolve, reject) => {
            this.#socket = net.connect(this.#port, this.#host, () => resolve(this.#socket));
            this.#socket.setNoDelay(true);
            this.#socket.once("error", reject);
            this.#socket.on("error", () => {});
            this.#socket.on("end", () => this.close());
        });
    }
}

function bytesOf({ method, target, headers, body, chunked }) {
    const lines = [`${method} ${target} HTTP/1.1`, "Host: 127.0.0.1", ...headers];
    lines.push(chunked ? "Transfer-Encoding: chunked" : `Content-Length: ${body.length}`);
    const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
    return Buffer.concat([head, chunked ? inChunks(body) : body]);
}

function inChunks(body) {
    const parts = [];
    for (let at = 0; at < body.length; at += 100) {
        const part = body.subarray(at, at + 100);
        parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n"));
    }
    return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
}

function read(socket, bodiless) {
    return new Promise((resolve, reject) => {
        let received = Buffer.alloc(0);
        const timer = setTimeout(() => finish(new Error(`no answer within ${LONGEST_WAIT_MS} ms`)), LONGEST_WAIT_MS);
        const onData = (part) => {
            received = received.length ? Buffer.concat([received, part]) : part;
            const answer = parse(received, bodiless);
            if (answer) finish(undefined, answer);
        };
        const onClose = () => finish(new Error(`closed after ${received.length} bytes`));
        function finish(error, answer) {
            clearTimeout(timer);
            socket.off("data", onData).off("close", onClose);
            if (error) reject(error);
            else resolve(answer);
        }
        socket.on("data", onData).on("close", onClose);
    });
}

/** The answer, or nothing as long as bytes are missing. */
function parse(bytes, bodiless) {
    const end = bytes.indexOf("\r\n\r\n");
    if (end < 0) return undefined;
    // an interim answer, 100 Continue
    if (bytes[9] === 0x31) return parse(bytes.subarray(end + 4), bodiless);
    const [first, ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
    const headers = Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
    );
    const body = bodiless ? Buffer.alloc(0) : bodyOf(bytes.subarray(end + 4), headers);
    return body && { status: Number(first.slice(9, 12)), headers, text: body.toString("utf8") };
}

function bodyOf(bytes, headers) {
    if (!/chunked/i.test(headers["transfer-encoding"] ?? "")) {
        const length = Number(headers["content-length"] ?? 0);
        return bytes.length >= length ? bytes.subarray(0, length) : undefined;
    }
    const parts = [];
    for (let at = 0; ; ) {
        const line = bytes.indexOf("\r\n", at);
        if (line < 0) return undefined;
        const size = parseInt(bytes.toString("latin1", at, line), 16);
        if (bytes.length < line + 4 + size) return undefined;
        if (size === 0) return Buffer.concat(parts);
        parts.push(bytes.subarray(line + 2, line + 2 + size));
        at = line + 4 + size;
    }
}

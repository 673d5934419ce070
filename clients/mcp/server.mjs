// The MCP server as a child process, spoken to with a JSON-RPC message a line.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("node_modules/mongodb-mcp-server/dist/esm/index.js", import.meta.url));

export class McpServer {
    #process;
    #waiting = new Map();
    #ids = 0;

    /** Starts it with more variables in its environment. */
    constructor(variables) {
        this.#process = spawn("node", [PROGRAM, "--transport", "stdio"], {
            env: { ...process.env, ...variables },
            stdio: ["pipe", "pipe", "ignore"],
        });
        createInterface({ input: this.#process.stdout }).on("line", (line) => this.#take(JSON.parse(line)));
    }

    async initialize() {
        await this.#ask("initialize", {
            protocolVersion: "2025-03-26",
            capabilities: {},
            clientInfo: { name: "telamon-clients", version: "1" },
        });
        this.#send({ method: "notifications/initialized" });
    }

    /** Calls a tool and answers all the text that it came back with. */
    async call(name, input = {}) {
        const { content, isError } = await this.#ask("tools/call", { name, arguments: input });
        const text = content.map((part) => part.text).join("\n");
        if (isError) throw new Error(text);
        return text;
    }

    stop() {
        this.#process.kill();
    }

    #ask(method, params) {
        const id = ++this.#ids;
        return new Promise((resolve, reject) => {
            this.#waiting.set(id, { resolve, reject });
            this.#send({ id, method, params });
        });
    }

    #send(message) {
        this.#process.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
    }

    #take({ id, result, error }) {
        const waiting = this.#waiting.get(id);
        this.#waiting.delete(id);
        if (error) waiting?.reject(new Error(error.message));
        else waiting?.resolve(result);
    }
}

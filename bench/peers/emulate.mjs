// Serves emulate's Atlas on 127.0.0.1. Its own command line needs a newer Node than its library does.
// Arguments: the file of emulate's library, the port, and how many clusters its one project has from the start.
import { pathToFileURL } from "node:url";

const [library, port, many] = process.argv.slice(2);
const { createEmulator } = await import(pathToFileURL(library).href);
const project = "Project0"; // the one that emulate makes by itself
const clusters = Array.from({ length: Number(many) }, (_, i) => ({ name: `c${String(i).padStart(8, "0")}`, project }));
await createEmulator({
  service: "mongoatlas",
  hostname: "127.0.0.1",
  port: Number(port),
  seed: { mongoatlas: { projects: [{ name: project }], clusters } },
});

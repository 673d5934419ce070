import * as driver from "mongodb";

import { run } from "../node.mjs";

await run("npm mongodb 7", driver);

import { parentPort } from "node:worker_threads";
import { servePool } from "../../src/pool/service.ts";
import { fillFromMemory } from "../formats/csv/sources.ts";

// What runs in a thread of the tests' pool; `thread-pool.ts` bundles it.
parentPort?.on("message", (message) => servePool(message, fillFromMemory));

// @ts-check
import { parentPort } from "node:worker_threads";
import { servePool } from "../dist/thread.js";

/** @type {import("node:worker_threads").MessagePort} */ (parentPort).on("message", servePool);

// @ts-check
const { parentPort } = require("node:worker_threads");
const { servePool } = require("../../dist/thread.cjs");

/** @type {import("node:worker_threads").MessagePort} */ (parentPort).on("message", servePool);

// @ts-check
const { parentPort } = require("node:worker_threads");
const { servePool } = require("../../dist/thread.cjs");
const fillFile = require("./fill-file.cjs");

/** @type {import("node:worker_threads").MessagePort} */ (parentPort).on("message", (message) => servePool(message, fillFile));

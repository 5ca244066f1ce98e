import { run } from "./host/run.ts";

// The engine, and the threads that help it, have files of their own: each thread loads only what it needs.
await run(process.argv.slice(2));

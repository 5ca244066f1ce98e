import { servePool } from "@argscope/core/pool/service.ts";

declare const self: DedicatedWorkerGlobalScope;

// A thread of the worker's pool: it takes its share of reading tables and of large reductions.
self.onmessage = ({ data }: MessageEvent<unknown>): void => servePool(data);

import type { FromWorker, Request } from "@argscope/core/contract/worker.ts";
import { faultOf } from "@argscope/core/errors.ts";
import { startHelpers } from "@argscope/core/pool/helpers.ts";
import { setPool } from "@argscope/core/pool/pool.ts";
import { Service } from "@argscope/core/service/service.ts";

declare const self: DedicatedWorkerGlobalScope;

const service = new Service();

setPool(() => new Worker(new URL("./helper.ts", import.meta.url), { type: "module" }), navigator.hardwareConcurrency - 1);
// Now: a thread that is not there yet when it is needed helps nobody.
startHelpers();

function tell(message: FromWorker): void {
  self.postMessage(message);
}

// A defect outside a request has no answer to travel in: the page must still hear of it.
self.addEventListener("unhandledrejection", (event) => tell({ event: "crashed", fault: faultOf(event.reason) }));

self.onmessage = ({ data }: MessageEvent<Request>): void => {
  void service.answer(data).then(tell);
};

tell({ event: "ready" });

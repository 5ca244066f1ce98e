import type { FromWorker, Request } from "@argscope/core/contract/worker.ts";
import { faultOf } from "@argscope/core/errors.ts";
import { setPool } from "@argscope/core/pool/pool.ts";
import { Service } from "@argscope/core/service/service.ts";

declare const self: DedicatedWorkerGlobalScope;

const service = new Service();

// Started now: a thread that is not there yet when it is needed helps nobody.
setPool(() => new Worker(new URL("./helper.ts", import.meta.url), { type: "module" }), navigator.hardwareConcurrency - 1);

function tell(message: FromWorker): void {
  self.postMessage(message);
}

// A defect outside a request has no answer to travel in: the page must still hear of it.
self.addEventListener("unhandledrejection", (event) => tell({ event: "crashed", fault: faultOf(event.reason) }));

self.onmessage = ({ data }: MessageEvent<Request>): void => {
  void service.answer(data).then(tell);
};

tell({ event: "ready" });

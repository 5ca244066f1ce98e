import type { FromWorker, Request } from "@argscope/core/contract/worker.ts";
import { faultOf } from "@argscope/core/errors.ts";
import { Service } from "@argscope/core/service/service.ts";

declare const self: DedicatedWorkerGlobalScope;

const service = new Service();

function tell(message: FromWorker): void {
  self.postMessage(message);
}

// A defect outside a request has no answer to travel in: the page must still hear of it.
self.addEventListener("unhandledrejection", (event) => tell({ event: "crashed", fault: faultOf(event.reason) }));

self.onmessage = ({ data }: MessageEvent<Request>): void => {
  void service.answer(data).then(tell);
};

tell({ event: "ready" });

import type { Request } from "@argscope/core/contract/worker.ts";
import { Service } from "@argscope/core/service/service.ts";
import { createEngine, type WorkerLike } from "../src/engine/client.ts";
import { createDesk, type Desk } from "../src/state/desk.ts";
import { open } from "../src/state/opening.ts";
import { FakeHost } from "./fakes.ts";

/** A desk whose engine is the real one: the page's client and what a worker does, on one thread. */
export async function liveDesk(text: string, name = "typed"): Promise<Desk> {
  const desk = createDesk(createEngine(serviceWorker), new FakeHost());
  await open(desk, { kind: "text", name, text });
  return desk;
}

function serviceWorker(): WorkerLike {
  const service = new Service();
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage: (message) =>
      void service.answer(message as Request).then((data) => {
        // A message takes its time, as between threads.
        setTimeout(() => worker.onmessage?.({ data }));
      }),
    terminate() {},
  };
  setTimeout(() => worker.onmessage?.({ data: { event: "ready" } }));
  return worker;
}

/** Waits until a condition holds. */
export async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 300_000; !holds() && performance.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 2));
  if (!holds()) throw new Error(`It never came to be that ${holds}.`);
}

import type { Control } from "@argscope/core/contract/worker.ts";

/** What is done sooner needs no progress. In milliseconds. */
const patience = 400;
const interval = 100;

const clearLine = "\r\u001b[K";

/** Shows how far the engine is, on standard error where that is a terminal. @returns what takes it away, for good */
export function showProgress(control: Control): () => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => undefined;
  const begin = performance.now();
  let shown = false;
  const timer = setInterval(() => {
    if (performance.now() - begin < patience) return;
    shown = true;
    // A stream does not say how long it is: then nothing is known until its end.
    const done = Atomics.load(control, 0);
    stderr.write(`${clearLine}argscope: ${done === 0 ? "reading …" : `${Math.floor(done / 10)} %`}`);
  }, interval);
  return () => {
    clearInterval(timer);
    if (shown) stderr.write(clearLine);
    shown = false;
  };
}

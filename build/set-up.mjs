// @ts-check
import { appTargets, build } from "./build.mjs";
import { hasDisplay, virtualDisplay } from "./display.mjs";
import { electronRuntime } from "./runtime.mjs";
import { ensureSystemLibraries } from "./system-libraries.mjs";

/**
 * Everything that has to be there before the app can run: Electron, the system's libraries, the built program. Each
 * step that is done already costs next to nothing.
 *
 * @param {{ log: (line: string) => void, tests: boolean }} options `tests`: also what only the tests need
 */
export async function setUp({ log, tests }) {
  const runtime = await electronRuntime({ log });
  await ensureSystemLibraries({ log, display: !hasDisplay(), browser: tests });
  await build(tests ? { log } : { log, only: appTargets });
  return runtime;
}

/**
 * Runs `work` with a display: the one there is, else a virtual one for as long as it takes.
 * @template T @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work();
  const end = await virtualDisplay();
  try {
    return await work();
  } finally {
    end();
  }
}

// @ts-check
import { staticChecks } from "./check/static-checks.mjs";
import { isMain, root } from "./root.mjs";

/** Runs the static checks and prints what they found. */
export function check() {
  return staticChecks(root, ({ name, ok, output, seconds }) => {
    console.log(`${ok ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)`);
    if (output.trim() !== "" && (!ok || name === "file length")) console.log(output.trimEnd());
  });
}

if (isMain(import.meta.url)) {
  const verdicts = await check();
  process.exitCode = verdicts.every(({ ok }) => ok) ? 0 : 1;
}

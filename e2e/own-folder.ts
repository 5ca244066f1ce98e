import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for what a file of tests opens. It goes with the process: each one that reads the tests makes its own. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "argscope-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

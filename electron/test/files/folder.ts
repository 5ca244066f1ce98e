import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";

/** A real folder for each test of a file, empty before and gone after. */
export function temporaryFolder(): { path(name?: string): string } {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "argscope-test-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return { path: (name = "") => join(folder, name) };
}

/**
 * Runs `work` without root's power to read and write everything; an ordinary user has no such power to begin with.
 * Its folder must let others in: `mkdtemp` makes it private.
 */
export async function withoutPrivilege<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  await chmod(folder, 0o777);
  process.seteuid?.("nobody");
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

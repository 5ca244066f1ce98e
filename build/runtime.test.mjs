// @ts-check
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { electronRuntime } from "./runtime.mjs";

const log = () => {};
afterEach(() => vi.unstubAllEnvs());

test("an ELECTRON_OVERRIDE_DIST_PATH without Electron is refused in one sentence that names it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "argscope-no-electron-"));
  vi.stubEnv("ELECTRON_OVERRIDE_DIST_PATH", folder);
  await expect(electronRuntime({ log })).rejects.toThrow(
    /^ELECTRON_OVERRIDE_DIST_PATH does not name an unpacked Electron: .*no Electron program/,
  );
  rmSync(folder, { recursive: true });
});

test("an ELECTRON_OVERRIDE_DIST_PATH with Electron is taken as it is", async () => {
  const { dist, executable, version } = await electronRuntime({ log });
  vi.stubEnv("ELECTRON_OVERRIDE_DIST_PATH", dist);
  expect(await electronRuntime({ log })).toEqual({ dist, executable, version, origin: "override" });
});

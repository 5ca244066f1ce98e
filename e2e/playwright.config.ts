import { defineConfig } from "@playwright/test";
import type { RoomKind } from "./room.ts";

const everywhere = ["**/classic-answers.spec.ts", "**/opening.spec.ts"];

export default defineConfig<{ kind: RoomKind }>({
  testDir: "./specs",
  outputDir: "../test-results/e2e",
  // One window at a time: the tests measure processor time, and two cores are enough for one.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env["CI"] !== undefined,
  // No test fails by the clock: a machine whose owner takes most of it away is still right. These only end what hangs.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  projects: [
    { name: "electron", use: { kind: "electron" } },
    { name: "packaged", use: { kind: "packaged" }, testMatch: [...everywhere, "**/walls.spec.ts", "**/held-file.spec.ts"] },
    { name: "verify", testDir: "./verify", use: { kind: "electron" } },
    { name: "browser", use: { kind: "browser" }, testMatch: [...everywhere, "**/bad-input.spec.ts"] },
  ],
});

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { kernels } from "./kernels.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  plugins: [kernels()],
  resolve: {
    alias: [
      { find: /^@argscope\/core\/(.*)$/, replacement: `${root}core/src/$1` },
      { find: /^@argscope\/core$/, replacement: `${root}core/src/index.ts` },
    ],
  },
  test: {
    include: ["core/test/**/*.test.ts", "electron/**/*.test.ts", "renderer/**/*.test.ts", "build/**/*.test.mjs"],
    // No test fails by the clock: a machine whose owner takes most of it away is still right. These only end what hangs.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 300_000 } },
  },
});

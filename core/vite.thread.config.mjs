// @ts-check
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { noKernels } from "../build/kernels.mjs";

/**
 * `@argscope/core/thread`: what a thread of the pool needs and nothing else, so that it starts in half the time. The kernels
 * come to it compiled. CommonJS too, because Node starts a thread of it sooner than one of ES modules.
 */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [noKernels()],
  build: {
    lib: {
      entry: "src/pool/service.ts",
      formats: ["es", "cjs"],
      fileName: (format) => (format === "es" ? "thread.js" : "thread.cjs"),
    },
    target: "es2023",
    outDir: "dist",
    emptyOutDir: false,
    minify: true,
  },
});

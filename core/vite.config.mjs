// @ts-check

import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { defineConfig } from "vite";
import { kernels } from "../build/kernels.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Says what the package weighs: the entry with the kernels in it, and what is loaded only when it is used.
 *
 * @returns {import("vite").Plugin}
 */
function sizes() {
  return {
    name: "argscope-sizes",
    generateBundle(_options, bundle) {
      for (const [name, chunk] of Object.entries(bundle)) {
        const content = chunk.type === "chunk" ? chunk.code : chunk.source;
        this.info(`${name}: ${gzipSync(content, { level: 9 }).length} bytes gzipped`);
      }
    },
  };
}

/** @argscope/core as one ES module for plain Node and for bundlers. It has no run-time dependency: adapters are lazy chunks. */
export default defineConfig({
  root: here,
  plugins: [kernels(), sizes()],
  build: {
    lib: { entry: "src/index.ts", formats: ["es"], fileName: () => "index.js" },
    // Node 20 and the Chromium of the oldest Electron that we run on.
    target: "es2023",
    outDir: "dist",
    // The compiled kernels are kept there, and the types.
    emptyOutDir: false,
    minify: true,
    rolldownOptions: { output: { chunkFileNames: "[name].js" } },
  },
});

// @ts-check
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { noKernels } from "../build/kernels.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A thread of the command line's pool. CommonJS, because Node starts a thread of it sooner; the kernels come to it compiled. */
export default defineConfig({
  root,
  plugins: [noKernels()],
  resolve: { alias: [{ find: /^@argscope\/core\/(.*)$/, replacement: `${root}core/src/$1` }] },
  ssr: { noExternal: true },
  build: {
    ssr: "electron/cli/pool-thread.ts",
    target: "node20.19",
    outDir: "out",
    emptyOutDir: false,
    minify: false,
    rolldownOptions: { output: { entryFileNames: "cli/thread.cjs", format: "cjs" } },
  },
});

// @ts-check
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { kernels } from "../build/kernels.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * The command line for plain Node: the program, the thread that its engine works in, and parts that are loaded when they are
 * needed, such as readers of rare formats. One file for all took each thread 30 ms to read.
 */
export default defineConfig({
  root,
  plugins: [kernels()],
  resolve: {
    alias: [
      { find: /^@argscope\/core\/(.*)$/, replacement: `${root}core/src/$1` },
      { find: /^@argscope\/core$/, replacement: `${root}core/src/index.ts` },
    ],
  },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: "node20.19",
    outDir: "out",
    // The window's parts are there too.
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: { cli: "electron/cli/cli.ts", "cli/engine": "electron/cli/engine-thread.ts" },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "cli/parts/[name].js",
        format: "es",
        banner: ({ name }) => (name === "cli" ? "#!/usr/bin/env node" : ""),
      },
    },
  },
});

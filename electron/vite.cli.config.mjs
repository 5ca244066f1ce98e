// @ts-check
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { kernels } from "../build/kernels.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The command line: one ES module for plain Node, with the engine and its kernels in it. Its threads run the same file. */
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
    ssr: "electron/cli/cli.ts",
    target: "node20.19",
    outDir: "out",
    // The window's parts are there too.
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      output: { entryFileNames: "cli.js", format: "es", codeSplitting: false, banner: "#!/usr/bin/env node" },
    },
  },
});

// @ts-check
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The preload script: one CommonJS file, for a sandboxed preload can neither import nor require but "electron". */
export default defineConfig({
  root,
  resolve: { alias: [{ find: /^@argscope\/core\/(.*)$/, replacement: `${root}core/src/$1` }] },
  ssr: { noExternal: true, external: ["electron"] },
  build: {
    ssr: "electron/preload/preload.ts",
    target: "chrome130",
    outDir: "out/preload",
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: "preload.cjs", format: "cjs", codeSplitting: false } },
  },
});

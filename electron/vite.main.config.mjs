// @ts-check
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The main process: one ES module. Everything but Electron and Node is bundled, so the package carries no node_modules. */
export default defineConfig({
  root,
  resolve: { alias: [{ find: /^@argscope\/core\/(.*)$/, replacement: `${root}core/src/$1` }] },
  ssr: { noExternal: true, external: ["electron"] },
  build: {
    ssr: "electron/main/main.ts",
    // Node 20.18 is what the oldest Electron that we run on brings.
    target: "node20.18",
    outDir: "out/main",
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: "main.js", format: "es" } },
  },
});

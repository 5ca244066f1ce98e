import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { kernels } from "../build/kernels.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root: `${root}renderer`,
  base: "./",
  plugins: [kernels()],
  resolve: {
    alias: [
      { find: /^@argscope\/core\/(.*)$/, replacement: `${root}core/src/$1` },
      { find: /^@argscope\/core$/, replacement: `${root}core/src/index.ts` },
    ],
  },
  worker: { format: "es", plugins: () => [kernels()] },
  build: {
    outDir: `${root}out/page`,
    emptyOutDir: true,
    // The oldest engine we run on is Electron 33's.
    target: "chrome130",
    // The policy of the page refuses inline scripts and data: assets; everything is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});

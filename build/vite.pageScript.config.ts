import { join } from "node:path";
import { defineConfig } from "vite";

const root = join(import.meta.dirname, "..");

/** The script that the Chromium shell puts before the page's own: one classic script, since it is handed over as text. */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: join(root, "dist/chromium"),
    emptyOutDir: true,
    target: "chrome130",
    minify: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: join(root, "src/main/chromium/pageScript.ts"),
      output: { format: "iife", entryFileNames: "pageScript.js" },
    },
  },
});

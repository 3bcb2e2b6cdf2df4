import { join } from "node:path";
import { defineConfig } from "vite";

const root = join(import.meta.dirname, "..");

/** Electron's preload script: one CommonJS file, the only kind that a sandboxed page can be given. */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: true,
    outDir: join(root, "dist/electron"),
    emptyOutDir: false,
    target: "node24",
    minify: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: join(root, "src/main/electron/preload.ts"),
      external: ["electron"],
      output: { format: "cjs", entryFileNames: "preload.cjs" },
    },
  },
});

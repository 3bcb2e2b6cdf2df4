import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = join(import.meta.dirname, "..");

/** The page: one document, its own scripts, styles and fonts as files beside it, nothing inline, nothing from outside. */
// Vite takes a configuration as a default export only.
export default defineConfig({
  root: join(root, "src/renderer"),
  base: "/",
  plugins: [react()],
  // Replaced at each load by a fresh nonce; see src/main/appAssets.ts.
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: join(root, "dist/renderer"),
    emptyOutDir: true,
    target: "chrome130",
    // An inlined font or picture would be a data: address, which the content security policy refuses for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3000,
    reportCompressedSize: false,
  },
});

import { cpSync, existsSync, globSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";

const root = join(import.meta.dirname, "..");
const outDir = join(root, "dist/electron");

/** Everything beside the code that the core reads by its place: migrations, templates, the sample. */
function copyDataFiles(): Plugin {
  return {
    name: "copy-data-files",
    writeBundle() {
      for (const folder of ["src/main/core", "migrations"]) {
        if (!existsSync(join(root, folder))) continue;
        cpSync(join(root, folder), join(outDir, folder), {
          recursive: true,
          filter: (path) => !/\.tsx?$/.test(path),
        });
      }
    },
  };
}

/**
 * Electron's main process, the core's worker and the core's other threads: one output file for each source file, in the same tree, so that what is
 * found by its place (the worker, migrations, templates) is found there too. Packages stay outside the bundle.
 */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [copyDataFiles()],
  ssr: { noExternal: [/^#/] },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: false,
    target: "node24",
    minify: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: [
        join(root, "src/main/electron/main.ts"),
        join(root, "src/main/core/worker.ts"),
        ...globSync("src/main/core/*/*Thread.ts", { cwd: root, exclude: ["src/main/core/{threads,testing}/**"] }).map(
          (file) => join(root, file),
        ),
      ],
      external: [/^[^.#/]/, ...builtinModules, /^node:/],
      output: {
        format: "es",
        preserveModules: true,
        preserveModulesRoot: root,
        entryFileNames: "[name].js",
      },
    },
  },
});

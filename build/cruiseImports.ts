import { registerHooks } from "node:module";
import { join } from "node:path";
import type { ICruiseResult, IViolation } from "dependency-cruiser";
import { IMPORT_RULES } from "./importRules.ts";

/*
 * dependency-cruiser reads TypeScript through the compiler's JavaScript interface, which TypeScript 7 no longer has; it is
 * given version 6 in its place, for this alone.
 */
registerHooks({
  resolve(specifier, context, next) {
    const isCruiser = context.parentURL?.includes("/dependency-cruiser/") === true;
    const name = /^typescript(\/package\.json)?$/.exec(specifier);
    return isCruiser && name ? next(`typescript-6${name[1] ?? ""}`, context) : next(specifier, context);
  },
});

export type ImportsReport = { modules: number; imports: number; violations: IViolation[] };

/** Follows every import of the folders and holds each against the rules. */
export async function cruiseImports(root: string, folders: readonly string[]): Promise<ImportsReport> {
  const { cruise } = await import("dependency-cruiser");
  const { output } = await cruise(
    [...folders],
    {
      baseDir: root,
      validate: true,
      preserveSymlinks: true,
      ruleSet: { forbidden: IMPORT_RULES },
      doNotFollow: { path: "node_modules" },
      exclude: { path: "^(dist|out)/" },
      // An import of types only is a dependency of the reader, if not of the program.
      tsPreCompilationDeps: true,
      combinedDependencies: false,
    },
    {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
    { tsConfig: join(root, "tsconfig.json") },
  );
  const { modules, summary } = output as ICruiseResult;
  const imports = modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
  return { modules: modules.length, imports, violations: summary.violations };
}

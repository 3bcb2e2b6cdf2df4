import { registerHooks } from "node:module";

/**
 * Packages whose ES modules are slow to find: for each of its files Node reads the package's manifest anew, and that of
 * drizzle-orm is 180 KB. Their CommonJS twin is the same code and loads half a second sooner.
 */
const SLOW_TO_FIND = /^drizzle-orm(\/|$)/;

const COMMON_JS = ["node", "require", "default"];

/** Call before the first of them is imported; holds for the thread that calls it. */
export function preferCommonJs(): void {
  registerHooks({
    resolve: (specifier, context, nextResolve) =>
      SLOW_TO_FIND.test(specifier)
        ? nextResolve(specifier, { ...context, conditions: COMMON_JS })
        : nextResolve(specifier, context),
  });
}

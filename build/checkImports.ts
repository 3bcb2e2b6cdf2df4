import { join } from "node:path";
import { cruiseImports } from "./cruiseImports.ts";

/* node build/checkImports.ts: holds every import of the project against the rules and prints those that break one. */
const { modules, imports, violations } = await cruiseImports(join(import.meta.dirname, ".."), ["src", "test", "build"]);
for (const { rule, from, to, cycle, comment } of violations) {
  const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(" -> ");
  process.stdout.write(`${rule.name}: ${from} -> ${way}${comment === undefined ? "" : `  (${comment})`}\n`);
}
process.stdout.write(`${modules} files, ${imports} imports, ${violations.length} against the rules\n`);
process.exitCode = violations.length === 0 ? 0 : 1;

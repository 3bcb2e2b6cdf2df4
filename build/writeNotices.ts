import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readShippedPackages, writeNotices } from "./shippedPackages.ts";

/* node build/writeNotices.ts: lists what is shipped, after a dependency was added or brought up to date. */
const root = join(import.meta.dirname, "..");
writeFileSync(join(root, "THIRD-PARTY-NOTICES.md"), writeNotices(readShippedPackages(root)));

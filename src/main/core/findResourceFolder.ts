import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * A folder that ships beside the code: `migrations`, `dist`… Found by walking up, since the code runs from `src` in
 * development and from a bundle inside the installed application.
 */
export function findResourceFolder(name: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, name);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) throw new Error(`the folder ${name} is missing from the installation`);
  }
}

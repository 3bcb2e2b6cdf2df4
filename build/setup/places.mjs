import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Node 24, as the package `node` of the lockfile brings it. */
export const NODE_24 = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

/** The environment of every step: Node 24 first on the path, so that whatever a step starts runs on it too. */
export function stepEnvironment(extra = {}) {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const separator = process.platform === "win32" ? ";" : ":";
  const path = [join(ROOT, "node_modules", "node", "bin"), join(ROOT, "node_modules", ".bin"), process.env[pathName]];
  // What Node compiled once (and stripped of types) need not be compiled at the next start.
  const compileCache = join(ROOT, "node_modules", ".cache", "node-compile");
  const joined = path.filter(Boolean).join(separator);
  return { NODE_COMPILE_CACHE: compileCache, ...process.env, [pathName]: joined, ...extra };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      name: z.string().optional(),
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

export type ShippedPackage = { name: string; version: string; licence: string };

/** What an installed application contains besides this project, by the lock file: name, version, licence. */
export function readShippedPackages(root: string): ShippedPackage[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  const shipped = Object.entries(packages).flatMap(([path, { name, version, license, dev, devOptional }]) => {
    if (path === "" || dev === true || devOptional === true) return [];
    const installed = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    return [{ name: name ?? installed, version: version ?? "", licence: license ?? "not said" }];
  });
  const byName = new Map(shipped.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  );
}

/** The text of THIRD-PARTY-NOTICES.md. */
export function writeNotices(packages: readonly ShippedPackage[]): string {
  return [
    "# Third-party notices",
    "",
    "Hub Casebook contains these packages. The licence of each lies in its folder under `node_modules`, and in an installed",
    "application beside it. The typefaces BIZ UDGothic, BIZ UDPGothic and BIZ UDPMincho (Copyright 2022 The BIZ UDGothic and BIZ UDMincho",
    "Project Authors) are under the SIL Open Font License 1.1. Written by `node build/writeNotices.ts`.",
    "",
    "| Package | Version | Licence |",
    "| --- | --- | --- |",
    ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    "",
  ].join("\n");
}

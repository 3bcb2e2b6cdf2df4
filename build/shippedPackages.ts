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

/** What pdf.js would draw with, and is not packed: see `files` of electron-builder.yml. */
const NOT_PACKED = /^(?:@napi-rs\/canvas.*|node-readable-to-web-readable-stream)$/;

export type ShippedPackage = { name: string; version: string; licence: string };

/** What an installed application contains besides this project, by the lock file: name, version, licence. */
export function readShippedPackages(root: string): ShippedPackage[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  const shipped = Object.entries(packages).flatMap(([path, { name, version, license, dev, devOptional }]) => {
    if (path === "" || dev === true || devOptional === true) return [];
    const installed = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    if (NOT_PACKED.test(installed)) return [];
    return [{ name: name ?? installed, version: version ?? "", licence: license ?? "not said" }];
  });
  const byName = new Map(shipped.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  );
}

/** Of the tables in src/main/core/sanitising/folding; the licence asks for its whole text. */
const UNICODE_NOTICE = `## Unicode data

The tables of variant kanji, radicals and look-alike letters are made from data files of the Unicode Character Database, changed
in form and selection.

UNICODE LICENSE V3, COPYRIGHT AND PERMISSION NOTICE. Copyright © 1991-2023 Unicode, Inc.

NOTICE TO USER: Carefully read the following legal agreement. BY DOWNLOADING, INSTALLING, COPYING OR OTHERWISE USING DATA FILES,
AND/OR SOFTWARE, YOU UNEQUIVOCALLY ACCEPT, AND AGREE TO BE BOUND BY, ALL OF THE TERMS AND CONDITIONS OF THIS AGREEMENT. IF YOU DO
NOT AGREE, DO NOT DOWNLOAD, INSTALL, COPY, DISTRIBUTE OR USE THE DATA FILES OR SOFTWARE.

Permission is hereby granted, free of charge, to any person obtaining a copy of data files and any associated documentation (the
"Data Files") or software and any associated documentation (the "Software") to deal in the Data Files or Software without
restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, and/or sell copies of the
Data Files or Software, and to permit persons to whom the Data Files or Software are furnished to do so, provided that either (a)
this copyright and permission notice appear with all copies of the Data Files or Software, or (b) this copyright and permission
notice appear in associated Documentation.

THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT OF THIRD PARTY RIGHTS.

IN NO EVENT SHALL THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS NOTICE BE LIABLE FOR ANY CLAIM, OR ANY SPECIAL INDIRECT OR
CONSEQUENTIAL DAMAGES, OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THE DATA FILES OR SOFTWARE.

Except as contained in this notice, the name of a copyright holder shall not be used in advertising or otherwise to promote the
sale, use or other dealings in these Data Files or Software without prior written authorization of the copyright holder.`;

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
    UNICODE_NOTICE,
    "",
  ].join("\n");
}

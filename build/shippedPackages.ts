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

/** Of the dictionary inside lindera, and of the list of ordinary words in src/main/core/sanitising/vocabulary made from it. */
const IPADIC_NOTICE = `## IPADIC

lindera-wasm-nodejs-ipadic contains the dictionary mecab-ipadic 2.7.0-20070801. The novelty gate's list of ordinary words is a selection of
its nouns.

Copyright 2000, 2001, 2002, 2003 Nara Institute of Science and Technology. All Rights Reserved.

Use, reproduction, and distribution of this software is permitted. Any copy of this software, whether in its original form or
modified, must include both the above copyright notice and the following paragraphs.

Nara Institute of Science and Technology (NAIST), the copyright holders, disclaims all warranties with regard to this software,
including all implied warranties of merchantability and fitness, in no event shall NAIST be liable for any special, indirect or
consequential damages or any damages whatsoever resulting from loss of use, data or profits, whether in an action of contract,
negligence or other tortuous action, arising out of or in connection with the use or performance of this software.

A large portion of the dictionary entries originate from ICOT Free Software. The following conditions for ICOT Free Software
applies to the current dictionary as well.

Each User may also freely distribute the Program, whether in its original form or modified, to any third party or parties,
PROVIDED that the provisions of Section 3 ("NO WARRANTY") will ALWAYS appear on, or be attached to, the Program, which is
distributed substantially in the same form as set out herein and that such intended distribution, if actually made, will neither
violate or otherwise contravene any of the laws and regulations of the countries having jurisdiction over the User or the
intended distribution itself.

NO WARRANTY

The program was produced on an experimental basis in the course of the research and development conducted during the project and
is provided to users as so produced on an experimental basis. Accordingly, the program is provided without any warranty
whatsoever, whether express, implied, statutory or otherwise. The term "warranty" used herein includes, but is not limited to,
any warranty of the quality, performance, merchantability and fitness for a particular purpose of the program and the
nonexistence of any infringement or violation of any right of any third party.

Each user of the program will agree and understand, and be deemed to have agreed and understood, that there is no warranty
whatsoever for the program and, accordingly, the entire risk arising from or otherwise connected with the program is assumed by
the user.

Therefore, neither ICOT, the copyright holder, or any other organization that participated in or was otherwise related to the
development of the program and their respective officials, directors, officers and other employees shall be held liable for any
and all damages, including, without limitation, general, special, incidental and consequential damages, arising out of or
otherwise in connection with the use or inability to use the program or any product, material or result produced or otherwise
obtained by using the program, regardless of whether they have been advised of, or otherwise had knowledge of, the possibility
of such damages at any time during the project or thereafter. Each user will be deemed to have agreed to the foregoing by his or
her commencement of use of the program. The term "use" as used herein includes, but is not limited to, the use, modification,
copying and distribution of the program and the production of secondary products from the program.

In the case where the program, whether in its original form or modified, was distributed or delivered to or received by a user
from any person, organization or entity other than ICOT, unless it makes or grants independently of ICOT any specific warranty
to the user in writing, such person, organization or entity, will also be exempted from and not be held liable to the user for
any such damages as noted above as far as the program is concerned.`;

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
    IPADIC_NOTICE,
    "",
  ].join("\n");
}

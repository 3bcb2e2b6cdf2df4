import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { createBook } from "#core/casebook/openBook.ts";
import { importFile } from "#core/intake/importFile.ts";
import { readRosterIndex } from "#core/intake/importMail.ts";
import { loadObjects } from "./loadObjects.ts";
import { BENCH_PASSPHRASE } from "./makeBigBook.ts";

const FOLDERS = ["../../src/main/core/sample/mails", "../fixtures/mails"];

/** Real mails, made different by a header, so that none is a duplicate. */
function makeMails(count: number): Uint8Array[] {
  const originals = FOLDERS.map((folder) => join(import.meta.dirname, folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".eml"))
      .sort()
      .map((name) => readFileSync(join(folder, name))),
  );
  return Array.from({ length: count }, (_, number) => {
    const original = originals[number % originals.length] ?? Buffer.alloc(0);
    return Buffer.concat([Buffer.from(`X-Number: ${number}\r\n`), original]);
  });
}

export type MailRates = { mails: number; averageBytes: number; importedASecond: number; parsedASecond: number };

/** Mails a second: stored as reports with evidence, observables, search and audit, against parsed by postal-mime alone. */
export async function benchMails(path: string, count: number): Promise<MailRates> {
  const mails = makeMails(count);
  for (const bytes of mails.slice(0, 20)) await PostalMime.parse(bytes);
  const parsingFrom = performance.now();
  for (const bytes of mails) await PostalMime.parse(bytes);
  const parsedMs = performance.now() - parsingFrom;

  const session = createBook(path, { passphrase: BENCH_PASSPHRASE, actor: "bench" });
  loadObjects(
    session,
    Array.from({ length: 279 }, (_, number) => ({
      type: "organization",
      id: `O${number}`,
      name: `架空 ${number} 株式会社`,
      domains: [`o${number}.example`],
    })),
  );
  const roster = readRosterIndex(session);
  const importingFrom = performance.now();
  for (const [number, bytes] of mails.entries()) {
    for (const { status } of importFile(session, roster, { fileName: `${number}.eml`, bytes })) {
      if (status !== "imported") throw new Error(`mail ${number}: ${status}`);
    }
  }
  const importedMs = performance.now() - importingFrom;
  session.close();
  const bytes = mails.reduce((sum, mail) => sum + mail.byteLength, 0);
  return {
    mails: count,
    averageBytes: Math.round(bytes / count),
    importedASecond: (count * 1000) / importedMs,
    parsedASecond: (count * 1000) / parsedMs,
  };
}

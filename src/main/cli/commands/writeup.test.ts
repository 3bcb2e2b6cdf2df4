import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fold } from "#shared/domain/fold.ts";
import { createBook, openBook } from "#core/casebook/openBook.ts";
import { maskOpenFindings } from "#core/sanitising/maskOpenFindings.ts";
import { createSanitiser } from "#core/sanitising/sanitiser.ts";
import { loadObjects, TEST_KEY } from "#core/testing/openTestBook.ts";
import { findCaseIdByExternalId, findWriteup } from "#core/writeups/writeupRepository.ts";
import { createWriteup } from "#core/writeups/writeupService.ts";
import { generateCases, type PlantedCase } from "#test/sanitising/generateCases.ts";
import { inventRoster } from "#test/sanitising/inventRoster.ts";
import { runCli } from "../runCli.ts";

const folder = mkdtempSync(join(tmpdir(), "casebook-writeup-"));
const book = join(folder, "w.casebook");
/** Another seed and more cases by hand: WRITEUP_SEED=… WRITEUP_CASES=… */
const seed = Number(process.env.WRITEUP_SEED ?? 31);
const count = Number(process.env.WRITEUP_CASES ?? 100);
const roster = inventRoster(120);
const planted = generateCases(roster, { seed, cases: count, mustsPerCase: 6, templates: "held-out" });

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, { print: (text) => out.push(text), say: (text) => err.push(text) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

function linesOf({ id, text, parties }: PlantedCase, title = `事例 ${id}`): object[] {
  const [provider = ""] = parties;
  return [
    {
      type: "case",
      id,
      title,
      kind: "phishing",
      openedAt: "2022-12-01",
      origin: "provided",
      narrative: text,
    },
    {
      type: "report",
      id: `R-${id}`,
      receivedAt: "2022-12-02T10:00:00+09:00",
      provider: { organization: provider },
      channel: "mail",
      items: 1,
      category: "phishing",
      assessment: "targeted",
      title: "提供",
      cases: [id],
    },
  ];
}

const organizations = roster.map(
  ({ id, name, reading, nameEn, aliases, domains, persons, products, addresses, phones, parent }) => ({
    type: "organization",
    id,
    name,
    reading,
    nameEn,
    aliases,
    domains,
    persons,
    products,
    addresses,
    phones,
    ...(parent ? { parent } : {}),
  }),
);

beforeAll(() => {
  vi.stubEnv("CASEBOOK_PASSPHRASE", TEST_KEY);
  const session = createBook(book, { passphrase: TEST_KEY, actor: "佐伯" });
  const own = { parties: [roster[0]?.id ?? ""], plants: [] };
  const [open, clean] = [
    linesOf({ id: "open", text: "籠宮フーズ株式会社から情報提供があった。", ...own }, "公表前の事例"),
    linesOf({ id: "clean", text: `${roster[0]?.name}様から情報提供があった。`, ...own }, "不審なメール"),
  ];
  loadObjects(session, [...organizations, ...planted.flatMap((one) => linesOf(one)), ...open, ...clean]);
  session.close();
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

type Faults = { left: string[]; lost: string[]; damaged: string[]; unasked: string[] };

/** Without what is written in one way on purpose: Ａ社, A 社, defanged dots. */
const bare = (words: string) => fold(words).replaceAll(/[[\]\\\s]/g, "");

/** What must go and is there, and what must stay (attackers' addresses; their mail addresses are for a person) and is not. */
function faultsOf({ id, plants }: PlantedCase, text: string): Faults {
  const left = plants.filter(({ role, text: needle }) => role === "must" && text.includes(needle));
  const stays = bare(text);
  const lost = plants.filter(
    ({ role, text: needle }) => role === "indicator" && !needle.includes("@") && !stays.includes(bare(needle)),
  );
  const show = ({ form, text: needle }: PlantedCase["plants"][number]) => `${id} ${form}: ${needle}`;
  const damaged = plants.filter(({ role, text: needle }) => role === "decoy" && !stays.includes(bare(needle)));
  const unasked = plants.filter(({ role, text: needle }) => role === "review" && text.includes(needle));
  return { left: left.map(show), lost: lost.map(show), damaged: damaged.map(show), unasked: unasked.map(show) };
}

describe("casebook writeup", () => {
  it("leaves nothing that must go in any of the write-ups, and every address of an attacker", async () => {
    const session = openBook(book, { passphrase: TEST_KEY, actor: "佐伯" });
    const sanitiser = createSanitiser(session);
    const faults: Faults[] = [];
    const damaged: string[] = [];
    const unasked: string[] = [];
    for (const one of planted) {
      const caseId = session.read((db) => findCaseIdByExternalId(db, one.id)) ?? "";
      const id = await createWriteup(session, sanitiser, caseId);
      const born = session.read((db) => findWriteup(db, id))?.body ?? "";
      faults.push(faultsOf(one, born));
      damaged.push(...faultsOf(one, born).damaged);
      const { open, text } = await maskOpenFindings(session, sanitiser, { kind: "writeup", id });
      expect([one.id, open]).toEqual([one.id, { must: 0, review: 0 }]);
      faults.push(faultsOf(one, text.body));
      unasked.push(...faultsOf(one, text.body).unasked);
    }
    sanitiser.close();
    session.close();
    expect(faults.flatMap(({ left }) => left)).toEqual([]);
    expect(faults.flatMap(({ lost }) => lost)).toEqual([]);
    const countOf = (role: string) =>
      planted.flatMap(({ plants }) => plants).filter((plant) => plant.role === role).length;
    expect(damaged.length / countOf("decoy"), damaged.join("\n")).toBeLessThanOrEqual(0.01);
    expect(unasked.length / countOf("review"), unasked.join("\n")).toBeLessThanOrEqual(0.02);
  }, 300_000);

  it("refuses while a finding is open and says which, without what it decodes to", async () => {
    const out = join(folder, "open.pdf");
    const { code, err } = await run("writeup", book, "--case", "open", "--out", out);
    expect(code).toBe(1);
    expect(err).toMatch(/^review\t組織名\t"籠宮フーズ株式会社"\tbody 0-9$/m);
    expect(err).toContain("「公表前の事例」に未対応の箇所が 1 件ある");
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ["pdf", "%PDF-"],
    ["docx", "PK"],
    ["md", "**承認前の写し**"],
  ])("writes .%s and tells its hash and who is behind which letter", async (ending, head) => {
    const out = join(folder, `clean.${ending}`);
    const { code, out: printed, err } = await run("writeup", book, "--case", "clean", "--out", out, "--json");
    expect([code, err]).toEqual([0, ""]);
    const bytes = readFileSync(out);
    expect(bytes.toString("latin1", 0, 40) + bytes.toString("utf8", 0, 40)).toContain(head);
    expect(JSON.parse(printed)).toEqual({
      path: out,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      pseudonyms: [{ label: "A社", entity: roster[0]?.id }],
    });
  });

  it("knows three endings, the cases of the book, and no name of a file that tells", async () => {
    const write = async (id: string, name: string) =>
      (await run("writeup", book, "--case", id, "--out", join(folder, name))).code;
    expect(await write("clean", "a.txt")).toBe(2);
    expect(await write("nowhere", "a.md")).toBe(1);
    expect(await write("clean", `${roster[0]?.name}.md`)).toBe(1);
    expect(existsSync(join(folder, `${roster[0]?.name}.md`))).toBe(false);
    expect(await write("clean", "a.markdown")).toBe(0);
  });
});

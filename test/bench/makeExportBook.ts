import { createBook } from "#core/casebook/openBook.ts";
import { loadLines } from "#core/exchange/loadLines.ts";
import { toLine } from "#core/exchange/readLines.ts";
import { BENCH_PASSPHRASE } from "./makeBigBook.ts";

const HEADS = ["霧峰", "椋淵", "槙原", "芦沢", "桐谷", "蓮沼", "鷹取", "水無", "柏木", "朝比", "神楽", "雨宮", "樫村"];
const TRADES = ["重工業", "精機", "化学", "電機", "製薬", "物流", "建設", "鋼管", "光学", "食品", "通信", "繊維"];
const FAMILIES = ["都築", "佐伯", "長谷部", "三枝", "久我", "鳴海", "榊原", "仁科"];

/** A generator of numbers that gives the same ones each time. */
function createDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export type ExportBookSize = { observables: number; cases: number; organizations: number };

/** What attackers leave behind, of all kinds, each another: most of it plain, a part with encoded tokens. */
function valueOf(number: number, dice: (below: number) => number): { kind: string; value: string } {
  const token = (length: number) =>
    Array.from({ length }, () => "abcdefghijklmnopqrstuvwxyz0123456789".charAt(dice(36))).join("");
  const hex = (length: number) => Array.from({ length }, () => "0123456789abcdef".charAt(dice(16))).join("");
  switch (number % 8) {
    case 0:
    case 1:
      return { kind: "domain-name", value: `${token(9)}.${token(6)}.test` };
    case 2:
      return { kind: "ipv4-addr", value: `${1 + dice(220)}.${dice(256)}.${dice(256)}.${dice(256)}` };
    case 3:
      return { kind: "file", value: hex(64) };
    case 4:
      return { kind: "url", value: `https://${token(10)}.test/${token(6)}/index.php?id=${number}` };
    case 5:
      return {
        kind: "url",
        value: `https://${token(8)}.test/r?u=${Buffer.from(`https://${token(7)}.test/${token(12)}`).toString("base64url")}`,
      };
    case 6:
      return { kind: "email-addr", value: `${token(7)}@${token(8)}.test` };
    default:
      return { kind: "email-message", value: `【重要】ご請求書送付のお知らせ ${number}` };
  }
}

function* exportBookLines({ observables, cases, organizations }: ExportBookSize): Generator<Record<string, unknown>> {
  const dice = createDice(20221231);
  yield { type: "sig", id: "S", name: "重工業界", from: "2012-01-01" };
  for (let number = 0; number < organizations; number += 1) {
    const name = `${HEADS[dice(HEADS.length)] ?? ""}${HEADS[dice(HEADS.length)] ?? ""}${TRADES[number % TRADES.length] ?? ""}${number}`;
    yield {
      type: "organization",
      id: `O${number}`,
      name: `${name}株式会社`,
      reading: "キリミネジュウコウギョウ",
      domains: [`org-${number}-kiri.example`],
      persons: [
        {
          name: `${FAMILIES[number % FAMILIES.length] ?? ""} 真由${number}`,
          email: `p${number}@org-${number}-kiri.example`,
        },
      ],
    };
    yield { type: "membership", organization: `O${number}`, sig: "S", from: "2012-04-01" };
  }
  for (let number = 0; number < cases; number += 1) {
    yield {
      type: "case",
      id: `C${number}`,
      title: `案件 ${number}`,
      kind: "phishing",
      openedAt: "2022-11-01",
      origin: "provided",
    };
  }
  const perReport = 5;
  for (let number = 0; number < observables / perReport; number += 1) {
    yield {
      type: "report",
      id: `R${number}`,
      receivedAt: new Date(Date.parse("2022-10-02T00:00:00+09:00") + number * 60_000).toISOString(),
      provider: { organization: `O${dice(organizations)}` },
      channel: "mail",
      category: "phishing",
      assessment: "targeted",
      title: `不審なメールについて（${number}）`,
      observables: Array.from({ length: perReport }, (_, at) => ({
        ...valueOf(number * perReport + at, dice),
        role: "attacker",
      })),
      cases: [`C${number % cases}`],
    };
  }
}

/** A casebook with so many observables of attackers, from so many organisations. */
export function makeExportBook(path: string, size: ExportBookSize): void {
  const session = createBook(path, { passphrase: BENCH_PASSPHRASE, actor: "bench" });
  const lines = [...exportBookLines(size)].map((line, position) => toLine(line, "bench", position + 2));
  session.write("exchange.load", (db) => loadLines(db, lines, session.newId));
  session.close();
}

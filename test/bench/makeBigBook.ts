import { createBook } from "#core/casebook/openBook.ts";
import { loadLines } from "#core/exchange/loadLines.ts";
import { toLine } from "#core/exchange/readLines.ts";
import { KNOWN_CATEGORIES } from "#shared/domain/category.ts";
import { ASSESSMENTS } from "#shared/domain/vocabulary.ts";

export const BENCH_PASSPHRASE = "hakaru-tame-no-hon";

/** Quarters over which the records are spread: 2018Q1 to 2022Q4. */
const FIRST_MS = Date.parse("2018-01-01T00:00:00+09:00");
const LAST_MS = Date.parse("2023-01-01T00:00:00+09:00");

const CLAUSES = [
  "経営者を装う者から送金を求める電子メールが届いたとの連絡があった。",
  "差出人の表示名は実在の取引先であったが、アドレスのドメインは似せたものであった。",
  "添付のファイルを開くと外部へ通信する動作が確認された。",
  "受信者の氏名と所属が本文に書かれており、事前に調べたとみられる。",
  "返信先には無料のメールサービスのアドレスが指定されていた。",
  "ウェブサイトの問い合わせフォームに短時間で多数の書き込みがあった。",
  "VPN 装置の認証情報が使われた形跡があり、原因を調べている。",
  "同じ送信元からの接続を遮断したところ、通信は止まった。",
  "偽の警告を表示し、電話をかけさせようとするものであった。",
  "英文の見積依頼を装い、プラントの設備の名を挙げていた。",
];
/** In one text of a hundred. */
const RARE = "ビジネスメール詐欺の疑いがある。";

/** A generator of numbers that gives the same ones each time. */
function createDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function* bigBookLines(reports: number): Generator<Record<string, unknown>> {
  const dice = createDice(20221201);
  const pick = <T>(list: readonly T[], otherwise: T): T => list[dice(list.length)] ?? otherwise;
  const sigs = Array.from({ length: 13 }, (_, position) => `S${position}`);
  const organizations = Array.from({ length: 279 }, (_, position) => `O${position}`);
  for (const id of sigs) yield { type: "sig", id, name: `業界 ${id}`, from: "2012-01-01" };
  for (const [position, id] of organizations.entries()) {
    yield { type: "organization", id, name: `架空 ${id} 株式会社`, domains: [`${id.toLowerCase()}.example`] };
    yield { type: "membership", organization: id, sig: sigs[position % sigs.length], from: "2012-04-01" };
  }
  yield { type: "campaign", id: "P", name: "一連の攻撃", since: "2017-10" };
  const caseCount = Math.ceil(reports / 10);
  const momentOf = (number: number, of: number) =>
    new Date(FIRST_MS + Math.floor(((LAST_MS - FIRST_MS) * number) / of)).toISOString();
  const textOf = () => Array.from({ length: 8 }, () => pick(CLAUSES, "")).join("") + (dice(100) === 0 ? RARE : "");
  for (let number = 0; number < caseCount; number += 1) {
    yield {
      type: "case",
      id: `C${number}`,
      title: `案件 ${number} ${pick(KNOWN_CATEGORIES, "other")}`,
      kind: pick(KNOWN_CATEGORIES, "other"),
      openedAt: momentOf(number, caseCount).slice(0, 10),
      origin: "provided",
      narrative: textOf(),
      ...(number % 20 === 0 ? { campaign: "P" } : {}),
    };
  }
  for (let number = 0; number < reports; number += 1) {
    yield {
      type: "report",
      id: `R${number}`,
      receivedAt: momentOf(number, reports),
      provider: { organization: pick(organizations, "O0") },
      channel: "mail",
      category: pick(KNOWN_CATEGORIES, "other"),
      assessment: pick(ASSESSMENTS, "benign"),
      title: `不審なメールについて（${number}）`,
      body: textOf(),
      observables: [
        { kind: "domain-name", value: `host${dice(reports)}.attack.example`, role: "attacker" },
        { kind: "ipv4-addr", value: `192.0.2.${dice(256)}` },
      ],
      ...(number % 5 === 0 ? { cases: [`C${dice(caseCount)}`] } : {}),
    };
  }
  const sharingCount = Math.ceil(reports / 4);
  for (let number = 0; number < sharingCount; number += 1) {
    yield {
      type: "sharing",
      id: `H${number}`,
      origin: number % 3 === 0 ? "hub" : "provided",
      title: `注意喚起 ${number}`,
      body: textOf(),
      tlp: "TLP:AMBER",
      state: "shared",
      sharedAt: momentOf(number, sharingCount),
      reports: [`R${number * 4}`],
    };
  }
}

export type BigBook = { path: string; lines: number; loadMs: number };

/** Makes an encrypted casebook with so many reports of about 300 characters, and what goes with them. */
export function makeBigBook(path: string, reports: number): BigBook {
  const session = createBook(path, { passphrase: BENCH_PASSPHRASE, actor: "bench" });
  const lines = [...bigBookLines(reports)].map((line, position) => toLine(line, "bench", position + 2));
  const startedAt = performance.now();
  session.write("exchange.load", (db) => loadLines(db, lines, session.newId));
  const loadMs = performance.now() - startedAt;
  session.close();
  return { path, lines: lines.length, loadMs };
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Quarter } from "#shared/domain/quarter.ts";
import type { BookSession } from "../database/bookSession.ts";
import { openTestBook, loadObjects } from "../testing/openTestBook.ts";
import { foldPlainly } from "../testing/foldPlainly.ts";
import { findReports } from "../reports/reportRepository.ts";
import { search, type SearchRequest } from "./searchService.ts";

function find(session: BookSession, text: string, request: Partial<SearchRequest> = {}) {
  return session.read((db) => search(db, { text, types: [], limit: 200, ...request }));
}

function idsOf(session: BookSession, text: string): string[] {
  return find(session, text)
    .hits.map(({ type, externalId, title }) => (type === "observable" ? title : externalId))
    .sort();
}

const WORDS = [
  "ビジネスメール詐欺",
  "ﾋﾞｼﾞﾈｽﾒｰﾙ",
  "びじねす",
  "フィッシング",
  "ふぃっしんぐ",
  "ＡＤ侵害",
  "ad",
  "hxxps://login[.]example/a",
  "http://login.example",
  "192[.]0[.]2[.]1",
  "株式会社",
  "㈱",
  "𠮷野家",
  "😀",
  "カ\u3099",
  "ガ",
  "ß SS",
  "Straße",
  "10,000件",
  "a  b",
  "\n",
  "AAAA",
  "゛",
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(""));

type Book = {
  reports: { title: string; body: string }[];
  cases: { title: string; summary: string; narrative: string }[];
};
const book: fc.Arbitrary<Book> = fc.record({
  reports: fc.array(fc.record({ title: text, body: text }), { minLength: 1, maxLength: 6 }),
  cases: fc.array(fc.record({ title: text, summary: text, narrative: text }), { maxLength: 3 }),
});

function named(title: string): string {
  return title.trim() === "" ? `x${title}` : title;
}

function linesOf({ reports, cases }: Book): object[] {
  return [
    ...reports.map(({ title, body }, position) => ({
      type: "report",
      id: `r${position}`,
      receivedAt: "2022-10-01T00:00:00+09:00",
      provider: { outside: "x" },
      channel: "mail",
      category: "bec",
      assessment: "benign",
      title: named(title),
      body,
    })),
    ...cases.map(({ title, ...texts }, position) => ({
      type: "case",
      id: `c${position}`,
      title: named(title),
      kind: "bec",
      openedAt: "2022-10-01",
      origin: "hub",
      ...texts,
    })),
  ];
}

/** What a plain scan of the folded texts finds: records of which some text holds each piece. */
function scan({ reports, cases }: Book, pieces: readonly string[]): string[] {
  const records = [
    ...reports.map(({ title, body }, position) => ({ id: `r${position}`, texts: [named(title), body] })),
    ...cases.map(({ title, summary, narrative }, position) => ({
      id: `c${position}`,
      texts: [named(title), summary, narrative],
    })),
  ];
  return records
    .filter(({ texts }) =>
      pieces.every((piece) => texts.some((candidate) => foldPlainly(candidate).includes(foldPlainly(piece)))),
    )
    .map(({ id }) => id)
    .sort();
}

/** A piece of some text of the book, of any length from one character. */
function pieceOf({ reports, cases }: Book): fc.Arbitrary<string> {
  const texts = [...reports.flatMap(Object.values<string>), ...cases.flatMap(Object.values<string>)];
  return fc
    .record({ source: fc.constantFrom(...texts), start: fc.nat(30), length: fc.integer({ min: 1, max: 12 }) })
    .map(({ source, start, length }) => {
      const characters = [...source];
      const from = start % characters.length;
      return characters.slice(from, from + length).join("");
    });
}

describe("a search finds what a plain scan of the folded texts would find, no more, no less", () => {
  test("one quoted piece, of one character or many", () => {
    fc.assert(
      fc.property(
        book.chain((made) => fc.tuple(fc.constant(made), fc.array(pieceOf(made), { minLength: 1, maxLength: 8 }))),
        ([made, pieces]) => {
          const { session } = openTestBook(linesOf(made));
          for (const piece of pieces.filter((candidate) => candidate.trim() !== "")) {
            expect({ piece, ids: idsOf(session, `"${piece}"`) }).toEqual({ piece, ids: scan(made, [piece]) });
          }
          session.close();
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  test("several words joined by and, each anywhere in the record", () => {
    fc.assert(
      fc.property(
        book.chain((made) =>
          fc.tuple(fc.constant(made), fc.array(fc.tuple(pieceOf(made), pieceOf(made)), { minLength: 1, maxLength: 8 })),
        ),
        ([made, pairs]) => {
          const { session } = openTestBook(linesOf(made));
          for (const pair of pairs) {
            const words = pair.flatMap((piece) => piece.split(/\s+/u)).filter((word) => word !== "");
            if (words.length === 0) continue;
            expect({ words, ids: idsOf(session, words.join("　")) }).toEqual({ words, ids: scan(made, words) });
          }
          session.close();
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});

const REPORT = {
  type: "report",
  id: "r",
  receivedAt: "2022-10-01T00:00:00+09:00",
  provider: { outside: "x" },
  channel: "mail",
  category: "bec",
  assessment: "benign",
  title: "経営者を装うﾋﾞｼﾞﾈｽﾒｰﾙ詐欺",
  body: "hxxps://login[.]example/ へ誘導",
  observables: [{ kind: "domain-name", value: "login.example" }],
};
const SHARING = {
  type: "sharing",
  id: "s",
  origin: "hub",
  title: "注意喚起",
  body: "詐欺の手口",
  tlp: "TLP:RED",
  state: "draft",
};

describe("one book", () => {
  test.each([
    ["詐欺", ["r", "s"]],
    ["さぎ", []],
    ["びじねすめーる", ["r"]],
    ["ビジネスメール詐欺", ["r"]],
    ["http://", []],
    ["https://login.example", ["r"]],
    ["hxxps://login[.]example/", ["r"]],
    ["ＬＯＧＩＮ．", ["login.example", "r"]],
    ["詐欺 誘導", ["r"]],
    ["誘導　手口", []],
    ['"を装う"', ["r"]],
    ['"詐欺 誘導"', []],
    ["欺", ["r", "s"]],
    ["%", []],
    ["*", []],
    ['"', []],
    ["＂を装う＂", ["r"]],
    ["゛", []],
    ["", []],
    [" 　", []],
    ["NEAR(詐欺)", []],
  ])("%s finds %j", (query, ids) => {
    const { session } = openTestBook([REPORT, SHARING]);
    expect(idsOf(session, query)).toEqual(ids);
  });

  test("what is changed is found as it stands, and what is gone is not found", () => {
    const { session } = openTestBook([REPORT]);
    loadObjects(session, [{ ...REPORT, title: "改題", body: "" }]);
    expect(idsOf(session, "詐欺")).toEqual([]);
    expect(idsOf(session, "改題")).toEqual(["r"]);
    expect(() => {
      session.write("test", (db) => {
        db.raw.prepare("update reports set title = '途中'").run();
        throw new Error("taken back");
      });
    }).toThrow("taken back");
    expect(idsOf(session, "途中")).toEqual([]);
    expect(idsOf(session, "改題")).toEqual(["r"]);
    session.write("test", (db) => db.raw.prepare("delete from reports").run());
    expect(idsOf(session, "改題")).toEqual([]);
  });

  test("total counts all, hits are the newest, types narrow both", () => {
    const { session } = openTestBook([
      ...Array.from({ length: 30 }, (_, position) => ({
        ...REPORT,
        id: `r${position}`,
        receivedAt: `2022-10-${String(position + 1).padStart(2, "0")}T00:00:00Z`,
      })),
      SHARING,
    ]);
    const { total, hits } = find(session, "詐欺", { limit: 3 });
    expect(total).toBe(31);
    expect(hits.map(({ externalId }) => externalId)).toEqual(["r29", "r28", "r27"]);
    expect(find(session, "詐欺", { types: ["sharing"], limit: 1 })).toMatchObject({
      total: 1,
      hits: [{ externalId: "s" }],
    });
    expect(find(session, "login", { types: ["observable"] })).toMatchObject({
      total: 1,
      hits: [{ type: "observable" }],
    });
  });

  test("a snippet shows the text as it was written, with its matches marked", () => {
    const { session } = openTestBook([{ ...REPORT, body: `${"前".repeat(500)}ﾋﾞｼﾞﾈｽﾒｰﾙ詐欺の手口` }]);
    const [hit] = find(session, "ビジネス 手口").hits;
    const marked = hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end));
    expect(marked).toEqual(["ﾋﾞｼﾞﾈｽ", "手口"]);
  });

  test("a list that is filtered by quarter and text holds that quarter's matches, to the second", () => {
    const at = (id: string, receivedAt: string) => ({ ...REPORT, id, receivedAt });
    const { session } = openTestBook([
      at("before", "2022-09-30T14:59:59.999Z"),
      at("first", "2022-09-30T15:00:00Z"),
      at("last", "2022-12-31T14:59:59.999Z"),
      at("after", "2022-12-31T15:00:00Z"),
      { ...at("other", "2022-11-01T00:00:00Z"), title: "別件", body: "" },
    ]);
    const found = session.read((db) =>
      findReports(db, {
        filter: {
          quarter: Quarter.parse("2022Q4"),
          assessments: [],
          categories: [],
          standing: "all",
          withoutCase: false,
          providerId: null,
          text: "詐欺",
        },
        sort: { by: "receivedAt", descending: false },
        offset: 0,
        limit: 10,
      }),
    );
    expect(found.total).toBe(2);
    expect(found.rows.map(({ externalId }) => externalId)).toEqual(["first", "last"]);
  });
});

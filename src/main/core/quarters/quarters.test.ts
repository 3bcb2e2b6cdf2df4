import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { FigureKey, QuarterFigures } from "#shared/contract/quarters.ts";
import { Quarter } from "#shared/domain/quarter.ts";
import { loadLines } from "../exchange/loadLines.ts";
import { readInterchange, toLine } from "../exchange/readLines.ts";
import { arbitraryLines, type BookLine } from "../testing/arbitraryLines.ts";
import { loadObjects, openTestBook, takingBack, TEST_NOW, type TestBook } from "../testing/openTestBook.ts";
import { recountQuarter } from "../testing/recountQuarter.ts";
import { freezeQuarter } from "./freezeQuarter.ts";
import { figureRecords } from "./figureRecords.ts";
import { quarterFigures, quarterTrend } from "./quarterFigures.ts";

const QUARTERS = ["2021Q4", "2022Q1", "2022Q2", "2022Q3", "2022Q4", "2023Q1", "2023Q2"].map((text) =>
  Quarter.parse(text),
);

/** The part of the figures that an independent count can know, with rows in an order of their own. */
function comparable({ structure, campaigns, conflicts, ...figures }: QuarterFigures) {
  const byText = <T>(rows: readonly T[]) => [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const changes = (rows: QuarterFigures["structure"]["joined"]) =>
    byText(rows.map(({ organization, sig }) => ({ organization, sig })));
  return {
    columns: figures.columns,
    asOf: figures.asOf,
    provided: figures.provided,
    shared: figures.shared,
    basis: figures.basis,
    hubOrigin: figures.hubOrigin,
    targeted: figures.targeted,
    undetermined: figures.undetermined,
    outside: figures.outside,
    notShared: figures.notShared,
    byCategory: figures.byCategory,
    sigs: structure.sigs,
    organizations: structure.organizations,
    joined: changes(structure.joined),
    left: changes(structure.left),
    frameworks: byText(structure.frameworks.map(({ id, label }) => ({ id, label }))),
    campaigns: byText(campaigns.map(({ id, observed, items }) => ({ id, observed, items }))),
    conflicts: byText(
      conflicts.map(({ quarter, figure, published, records }) => ({ quarter, figure, published, records })),
    ),
  };
}

const FIGURES: [FigureKey, (figures: QuarterFigures) => number][] = [
  ["provided", ({ provided }) => provided.at(-1) ?? 0],
  ["shared", ({ shared }) => shared.at(-1) ?? 0],
  ["hubOrigin", ({ hubOrigin }) => hubOrigin],
  ["targeted", ({ targeted }) => targeted],
  ["undetermined", ({ undetermined }) => undetermined],
  ["outside", ({ outside }) => outside],
  ["notShared", ({ notShared }) => notShared],
  ["sigs", ({ structure }) => structure.sigs],
  ["organizations", ({ structure }) => structure.organizations],
];

test("the figures of any book are those of a count done another way, and the records behind each add up to it", () => {
  const { session } = openTestBook();
  fc.assert(
    fc.property(arbitraryLines, fc.constantFrom(...QUARTERS), (lines, quarter) => {
      takingBack(session, (db) => {
        loadLines(
          db,
          lines.map((line, position) => toLine(line, "random.ndjson", position + 2)),
          session.newId,
        );
        const figures = quarterFigures(db, quarter);
        expect(comparable(figures)).toEqual(recountQuarter(lines, quarter));

        const itemsBehind = (figure: FigureKey, key: string | null = null) =>
          figureRecords(db, quarter, figure, key).reduce((sum, { items }) => sum + items, 0);
        const fromList = figures.basis.at(-1) === "published";
        for (const [figure, valueOf] of FIGURES) {
          const isPublished = fromList && ["provided", "shared", "hubOrigin", "targeted"].includes(figure);
          const isListed = figure === "sigs" || figure === "organizations";
          const behind = itemsBehind(figure);
          if (isPublished || (isListed && behind === 0)) continue;
          expect({ figure, items: behind }).toEqual({ figure, items: valueOf(figures) });
        }
        for (const [category, items] of Object.entries(figures.byCategory)) {
          expect(itemsBehind("category", category)).toBe(items);
        }
        for (const [reason, items] of Object.entries(figures.notSharedByReason)) {
          expect(itemsBehind("notShared", reason)).toBe(items);
        }
        for (const { id, items } of figures.campaigns) expect(itemsBehind("campaign", id)).toBe(items);
        for (const { id, organizations } of figures.structure.bySig) {
          expect(itemsBehind("organizations", id)).toBe(organizations);
        }
      });
    }),
    { numRuns: 150 },
  );
}, 120_000);

test("the worked-out book counts as it was counted on paper", () => {
  const folder = join(import.meta.dirname, "../../../../test/fixtures/interchange");
  const { session } = openTestBook();
  const lines = readInterchange(readFileSync(join(folder, "edge-quarters.ndjson"), "utf8"), "edge-quarters.ndjson");
  session.write("exchange.load", (db) => loadLines(db, lines, session.newId));
  const expected = z
    .record(z.string(), z.looseObject({ structure: z.looseObject({}), campaigns: z.array(z.unknown()) }))
    .parse(JSON.parse(readFileSync(join(folder, "edge-quarters.expected.json"), "utf8")));
  expect(Object.keys(expected)).not.toHaveLength(0);
  for (const [quarter, { structure, campaigns, conflicts, ...figures }] of Object.entries(expected)) {
    const counted = session.read((db) => quarterFigures(db, Quarter.parse(quarter)));
    expect(counted).toMatchObject(figures);
    const { joined, left, ...rest } = structure;
    expect(counted.structure).toMatchObject(rest);
    for (const [wanted, found] of [
      [joined, counted.structure.joined],
      [left, counted.structure.left],
    ] as const) {
      if (wanted === undefined) continue;
      const rows = z.array(z.object({ organization: z.string(), sig: z.string() })).parse(wanted);
      expect(found).toHaveLength(rows.length);
      expect(found).toEqual(expect.arrayContaining(rows.map((row): unknown => expect.objectContaining(row))));
    }
    expect(counted.campaigns).toEqual(
      expect.arrayContaining(campaigns.map((row): unknown => expect.objectContaining(z.looseObject({}).parse(row)))),
    );
    if (Array.isArray(conflicts)) expect(counted.conflicts).toHaveLength(conflicts.length);
  }
});

describe("freezing", () => {
  const Q4 = Quarter.parse("2022Q4");
  const report = (id: string, fields: object = {}) => ({
    type: "report",
    id,
    receivedAt: "2022-11-01T09:00:00+09:00",
    provider: { organization: "o" },
    channel: "mail",
    category: "bec",
    assessment: "targeted",
    title: id,
    ...fields,
  });
  const BASE: BookLine[] = [
    { type: "sig", id: "g", name: "電力", from: "2012-01-01" },
    { type: "organization", id: "o", name: "甲" },
    { type: "membership", organization: "o", sig: "g", from: "2012-04-01" },
    {
      type: "sharing",
      id: "s",
      origin: "hub",
      title: "t",
      tlp: "TLP:AMBER",
      state: "shared",
      sharedAt: "2022-12-01T00:00:00Z",
    },
  ];

  function freeze({ session }: TestBook, acceptUndetermined = false) {
    const { actor: by, newId } = session;
    session.write("quarters.freeze", (db) =>
      freezeQuarter(db, Q4, { by, nowMs: session.now(), acceptUndetermined, newId }),
    );
  }
  const figuresOf = ({ session }: TestBook) => session.read((db) => quarterFigures(db, Q4));
  const revisionsOf = (book: TestBook) =>
    figuresOf(book).revisions.map(({ figure, old, new: now }) => [figure, old, now]);

  test("stores the figures, who and when; the quarter then prints as it was published", () => {
    const book = openTestBook([...BASE, report("a", { items: 3 }), report("b", { assessment: "benign" })]);
    freeze(book);
    expect(figuresOf(book)).toMatchObject({
      frozen: { at: TEST_NOW, by: "佐伯" },
      provided: [0, 0, 0, 4],
      targeted: 3,
      hubOrigin: 1,
      structure: { sigs: 1, organizations: 1 },
      revisions: [],
    });
    expect(() => freeze(book)).toThrow(expect.objectContaining({ code: "quarter.already-frozen" }));
  });

  test("is refused before the quarter is over, and to the millisecond", () => {
    const book = openTestBook([...BASE, report("a")]);
    book.clock.nowMs = Date.parse("2022-12-31T23:59:59.999+09:00");
    expect(() => freeze(book)).toThrow(expect.objectContaining({ code: "quarter.not-over" }));
    book.clock.nowMs += 1;
    freeze(book);
    expect(figuresOf(book).frozen).not.toBeNull();
  });

  test("is refused while reports are undetermined, unless that is said", () => {
    const book = openTestBook([...BASE, report("a", { assessment: "undetermined", items: 2 })]);
    expect(() => freeze(book)).toThrow(
      expect.objectContaining({ code: "quarter.undetermined-open", params: { quarter: "2022Q4", count: 2 } }),
    );
    expect(figuresOf(book).frozen).toBeNull();
    freeze(book, true);
    expect(figuresOf(book).frozen).not.toBeNull();
  });

  test("each figure tells what changed behind it, not what changed behind another", () => {
    const sharing = (id: string, more: object = {}) => ({
      type: "sharing",
      id,
      origin: "hub",
      title: "共有",
      tlp: "TLP:AMBER",
      state: "shared",
      sharedAt: "2022-12-01T00:00:00+09:00",
      ...more,
    });
    const book = openTestBook([...BASE, report("a"), sharing("s")]);
    freeze(book);
    loadObjects(book.session, [report("late"), sharing("more")]);
    const reasons = new Map(figuresOf(book).revisions.map(({ figure, reason }) => [figure, reason]));
    expect(reasons.get("provided")).toContain("late");
    expect(reasons.get("provided")).not.toContain("more");
    expect(reasons.get("shared")).toContain("more");
    expect(reasons.get("hub-origin")).not.toContain("late");
  });

  test("names of an object's own parts are categories like any other", () => {
    const own = ["__proto__", "constructor", "内部不正"];
    const book = openTestBook([...BASE, ...own.map((category, at) => report(`r${at}`, { category, items: at + 1 }))]);
    const { byCategory } = figuresOf(book);
    expect(own.map((category) => Object.getOwnPropertyDescriptor(byCategory, category)?.value)).toEqual([1, 2, 3]);
  });

  test("a report that comes late, one made void and one judged anew each become a revision, and nothing printed moves", () => {
    const book = openTestBook([...BASE, report("a", { items: 3 }), report("b")]);
    freeze(book);
    loadObjects(book.session, [report("late", { items: 5, assessment: "benign" })]);
    expect(revisionsOf(book)).toEqual([["provided", 4, 9]]);
    expect(figuresOf(book).revisions[0]?.reason).toContain("late");

    loadObjects(book.session, [report("b", { void: { at: "2023-01-09T00:00:00Z", reason: "二重登録" } })]);
    expect(revisionsOf(book).slice(1)).toEqual([
      ["provided", 9, 8],
      ["targeted", 4, 3],
    ]);
    expect(figuresOf(book).revisions.at(-1)?.reason).toContain("二重登録");

    loadObjects(book.session, [report("a", { items: 3, assessment: "indiscriminate" })]);
    expect(revisionsOf(book).slice(3)).toEqual([["targeted", 3, 0]]);

    loadObjects(book.session, [
      {
        type: "sharing",
        id: "s2",
        origin: "provided",
        title: "t",
        tlp: "TLP:RED",
        state: "shared",
        sharedAt: "2022-10-01T00:00:00+09:00",
      },
      { type: "membership", organization: "o", sig: "g", from: "2012-04-01", to: "2022-12-30" },
    ]);
    expect(revisionsOf(book).slice(4)).toEqual([
      ["shared", 1, 2],
      ["organizations", 1, 0],
    ]);
    expect(figuresOf(book)).toMatchObject({ provided: [0, 0, 0, 4], shared: [0, 0, 0, 1], targeted: 4 });
  });

  test("a change that alters no figure is no revision, nor is one in another quarter", () => {
    const book = openTestBook([...BASE, report("a")]);
    freeze(book);
    loadObjects(book.session, [report("a", { title: "改題", body: "本文" })]);
    loadObjects(book.session, [report("b", { receivedAt: "2022-12-31T15:00:00Z" })]);
    loadObjects(book.session, [report("c", { provider: { outside: "丙" } })]);
    expect(revisionsOf(book)).toEqual([]);
  });

  test("the trend reads the same columns", () => {
    const book = openTestBook([
      ...BASE,
      report("a", { items: 3 }),
      { type: "published-figure", quarter: "2022Q2", figure: "provided", value: 134, source: "s" },
    ]);
    expect(book.session.read((db) => quarterTrend(db, Q4, 4))).toMatchObject([
      { quarter: "2022Q1", known: false },
      { quarter: "2022Q2", known: true, basis: "published", provided: 134, targeted: null },
      { quarter: "2022Q3", known: false },
      { quarter: "2022Q4", known: true, basis: "records", provided: 3, shared: 1, targeted: 3 },
    ]);
  });
});

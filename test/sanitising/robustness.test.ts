import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRoster } from "#core/sanitising/compileRoster.ts";
import type { Finding } from "#core/sanitising/finding.ts";
import type { RosterOrganization } from "#core/sanitising/roster.ts";
import { sanitise } from "#core/sanitising/sanitise.ts";
import { scan } from "#core/sanitising/scan.ts";
import { inventRoster } from "./inventRoster.ts";

const invented = inventRoster(50);
const roster = compileRoster(invented);
const parties = [invented[0]?.id ?? ""];

function expectSound(text: string, findings: readonly Finding[]): void {
  for (const { start, end, text: surface } of findings) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(surface).toBe(text.slice(start, end));
  }
}

const limits = (findings: readonly Finding[]) => findings.filter(({ kind }) => kind === "limit");

/** Processor time of one call: what the machine does besides does not count. */
function timed<T>(work: () => T): { result: T; ms: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1_000 };
}

/** 3 s on a machine at rest; where all cores are busy the same work takes up to twice as long. */
const MOST_MS = 6_000;

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  fc.uint8Array({ maxLength: 120 }).map((bytes) => Buffer.from(bytes).toString("base64")),
);

describe("any text", () => {
  it("never throws, and findings lie in the text", () => {
    fc.assert(
      fc.property(anyText, (text) => expectSound(text, scan(text, roster, { parties }))),
      { numRuns: 150 },
    );
  });

  it("has no must finding left once sanitised, and sanitising again changes nothing", () => {
    const name = fc.constantFrom(
      ...invented
        .slice(0, 3)
        .flatMap(({ name: full, domains, persons }) => [full, ...domains, persons[0]?.email ?? full]),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, name), { maxLength: 6 }), (pieces) => {
        const text = pieces.join(" ");
        const clean = sanitise(text, scan(text, roster, { parties }), roster, { parties });
        expect(clean.left).toEqual([]);
        const again = scan(clean.text, roster, { parties });
        expect(again.filter(({ severity }) => severity === "must")).toEqual([]);
        expect(sanitise(clean.text, again, roster, { parties }).text).toBe(clean.text);
      }),
      { numRuns: 150 },
    );
  });
});

describe("texts made to blow decoders up", () => {
  const hidden = invented[0]?.aliases[1] ?? "";

  it("finds a name in a few Base64s, and says so when there are too many", () => {
    let nested = hidden;
    for (let depth = 0; depth < 4; depth += 1) nested = Buffer.from(nested).toString("base64");
    expect(scan(nested, roster, { parties }).some(({ kind }) => kind === "organization")).toBe(true);
    for (let depth = 0; depth < 8; depth += 1) nested = Buffer.from(nested).toString("base64");
    const findings = scan(nested, roster, { parties });
    expect(limits(findings)).not.toEqual([]);
    expect(sanitise(nested, findings, roster, { parties }).text.length).toBeLessThan(nested.length / 2);
  });

  it("refuses a zip bomb", () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000)).toString("base64");
    const { result, ms } = timed(() => scan(`https://evil.example/?d=${bomb}`, roster, { parties }));
    expect(limits(result)).not.toEqual([]);
    expect(ms).toBeLessThan(MOST_MS);
  });

  it.each([
    "a",
    "あ",
    " ",
    "%",
    "=",
    "\\",
    "0",
    ".",
    "\n",
    "@",
    "\ud800",
    "<",
    "!",
    "a.",
    "A1 ",
    "=?utf-8?B?",
    "https://",
    "グ-",
    "Chr(104)&",
    "00000000: 746f 3de6  to=\n",
    "\u202e",
  ])(
    "reads 10 MB of %j in bounded time and says that it did not read all",
    (sign) => {
      const text = sign.repeat(10_000_000 / sign.length);
      const { result, ms } = timed(() => scan(text, roster, { parties }));
      expect(limits(result)).not.toEqual([]);
      expectSound(text, result);
      expect(ms).toBeLessThan(MOST_MS);
    },
    60_000,
  );

  it("counts 100,000 findings", () => {
    const text = `${hidden}。`.repeat(100_000);
    const { result, ms } = timed(() => scan(text, roster, { parties }));
    // As many as it looked at, and the rest is one that blocks.
    expect(result.length).toBeGreaterThanOrEqual(30_000);
    expect(limits(result)).toMatchObject([{ severity: "must", end: text.length }]);
    expect(ms).toBeLessThan(MOST_MS);
  }, 60_000);

  it("refuses many bombs, and opens none of them to the end", () => {
    const bomb = (letter: number) => gzipSync(Buffer.alloc(1_000_000, letter)).toString("base64");
    const text = Array.from({ length: 200 }, (_, index) => bomb(65 + (index % 26))).join("\n");
    const { result, ms } = timed(() => scan(text, roster, { parties }));
    expect(limits(result).every(({ severity }) => severity === "must")).toBe(true);
    expect(limits(result)).not.toEqual([]);
    expect(ms).toBeLessThan(MOST_MS);
  }, 60_000);

  it.each([
    ["links", (index: number) => `https://evil${index}.example/a?b=${Buffer.from(`x${index}`).toString("base64")}`],
    ["names in Base64", (index: number) => Buffer.from(`名前${index}`).toString("base64")],
    ["bytes", (index: number) => Buffer.from([index, index >> 3, index * 7, 200, index * 31]).toString("base64")],
  ])(
    "looks at 40,000 %s, or says where it stopped",
    (_, write) => {
      const text = Array.from({ length: 40_000 }, (_empty, index) => write(index)).join("\n");
      const { result, ms } = timed(() => scan(text, roster, { parties }));
      expect(text.length <= 300_000 || limits(result).length > 0).toBe(true);
      expect(ms).toBeLessThan(MOST_MS);
    },
    60_000,
  );

  it("masks a name that is there ten thousand times", () => {
    const text = `${hidden}と、`.repeat(10_000);
    const { result, ms } = timed(() => sanitise(text, scan(text, roster, { parties }), roster, { parties }));
    expect(result.left).toEqual([]);
    expect(result.text).not.toContain(hidden);
    expect(ms).toBeLessThan(2 * MOST_MS);
  }, 60_000);
});

describe("strange rosters", () => {
  const blank: Omit<RosterOrganization, "id" | "name"> = {
    aliases: [],
    domains: [],
    persons: [],
    products: [],
    addresses: [],
    phones: [],
  };

  it("does not take one-letter names for anything", () => {
    const odd = compileRoster([
      {
        ...blank,
        id: "a",
        name: "A",
        aliases: ["", " ", "B", "㈱"],
        domains: ["", ".", "x"],
        persons: [{ name: "李" }],
      },
      { ...blank, id: "b", name: "株式会社" },
    ]);
    expect(
      scan("A社とB社、X社、株式会社、李白の詩", odd, { parties: ["a", "b"] }).filter(
        ({ severity }) => severity === "must",
      ),
    ).toEqual([]);
  });

  it("bears thousands of equal names", () => {
    const same = Array.from({ length: 5_000 }, (_, index) => ({
      ...blank,
      id: `same-${index}`,
      name: "株式会社霧峰重工",
      aliases: ["霧峰"],
      domains: ["kirimine.example"],
      parent: index === 0 ? null : "same-0",
    }));
    const equal = compileRoster(same);
    const text = "株式会社霧峰重工（霧峰）の kirimine.example ".repeat(200);
    const { result, ms } = timed(() => scan(text, equal, { parties: ["same-4999"] }));
    expect(result.filter(({ severity }) => severity === "must").length).toBeGreaterThanOrEqual(400);
    expect(result.length).toBeLessThan(2_000);
    expect(ms).toBeLessThan(MOST_MS);
  });

  it("survives a group that is its own head", () => {
    const ring = compileRoster([
      { ...blank, id: "a", name: "霧峰重工", parent: "b" },
      { ...blank, id: "b", name: "椋沢化学", parent: "a" },
    ]);
    expect(scan("霧峰重工と椋沢化学", ring, { parties: ["a"] })).toHaveLength(2);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConsentTerm } from "#shared/domain/consent.ts";
import { unmetTerms, type Situation } from "./unmetTerms.ts";

const SIGS = [1, 2, 3, 4].map((digit) => `01900000-0000-7000-8000-00000000000${digit}`);
const sigs = fc.subarray(SIGS);
const day = fc.constantFrom("2022-11-30", "2022-12-31", "2023-01-01", "2023-01-10");

const term: fc.Arbitrary<ConsentTerm> = fc.oneof(
  fc.record({ kind: fc.constant("sigs-only" as const), sigIds: fc.subarray(SIGS, { minLength: 1 }) }),
  fc.record({ kind: fc.constant("not-in-public-report" as const) }),
  fc.record({ kind: fc.constant("not-before" as const), day }),
  fc.record({ kind: fc.constant("no-indicator-list" as const) }),
  fc.record({ kind: fc.constant("other" as const), text: fc.constant("事前に電話すること"), confirmed: fc.boolean() }),
);

const audience = fc.record({
  sigIds: sigs,
  frameworkIds: fc.subarray(["framework"]),
  organizations: fc.array(fc.record({ id: fc.uuid(), sigIds: sigs }), { maxLength: 4 }),
});

const situation: fc.Arbitrary<Situation> = fc.record({
  purpose: fc.constantFrom("share" as const, "publish" as const),
  day,
  audience: fc.option(audience),
  hasIndicatorList: fc.boolean(),
});

/** Each term said again in the plainest way: by looking for one reader who may not read. */
function isBroken(one: ConsentTerm, { purpose, day: today, audience: readers, hasIndicatorList }: Situation): boolean {
  if (one.kind === "not-before") return today < one.day;
  if (one.kind === "no-indicator-list") return hasIndicatorList;
  if (one.kind === "not-in-public-report") return purpose === "publish";
  if (one.kind === "other") return !one.confirmed;
  if (readers === null || readers.frameworkIds.length > 0) return true;
  for (const sig of readers.sigIds) if (!one.sigIds.includes(sig)) return true;
  for (const { sigIds } of readers.organizations) {
    let within = false;
    for (const sig of sigIds) within ||= one.sigIds.includes(sig);
    if (!within) return true;
  }
  return false;
}

test("a term is unmet exactly when something in the situation breaks it", () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 6 }), situation, (terms, about) => {
      expect(unmetTerms(terms, about)).toEqual(terms.filter((one) => isBroken(one, about)));
    }),
  );
});

test("who reads more never breaks fewer terms", () => {
  fc.assert(
    fc.property(fc.array(term), situation, audience, (terms, about, more) => {
      const wider = about.audience && {
        sigIds: [...about.audience.sigIds, ...more.sigIds],
        frameworkIds: [...about.audience.frameworkIds, ...more.frameworkIds],
        organizations: [...about.audience.organizations, ...more.organizations],
      };
      const unmet = unmetTerms(terms, { ...about, audience: wider });
      expect(unmet).toEqual(expect.arrayContaining(unmetTerms(terms, about)));
    }),
  );
});

test("a term of SIGs bars frameworks, other SIGs, single organisations outside, and whom nobody can name", () => {
  const [own = "", other = ""] = SIGS;
  const terms: ConsentTerm[] = [{ kind: "sigs-only", sigIds: [own] }];
  const reaching = (readers: Situation["audience"]) =>
    unmetTerms(terms, { purpose: "share", day: "2023-01-10", audience: readers, hasIndicatorList: false }).length;
  expect(reaching({ sigIds: [own], frameworkIds: [], organizations: [{ id: "a", sigIds: [other, own] }] })).toBe(0);
  expect(reaching({ sigIds: [own, other], frameworkIds: [], organizations: [] })).toBe(1);
  expect(reaching({ sigIds: [own], frameworkIds: ["f"], organizations: [] })).toBe(1);
  expect(reaching({ sigIds: [own], frameworkIds: [], organizations: [{ id: "a", sigIds: [other] }] })).toBe(1);
  expect(reaching({ sigIds: [], frameworkIds: [], organizations: [{ id: "a", sigIds: [] }] })).toBe(1);
  expect(reaching(null)).toBe(1);
});

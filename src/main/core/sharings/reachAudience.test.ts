import fc from "fast-check";
import { expect, test } from "vitest";
import { loadLines } from "../exchange/loadLines.ts";
import { toLine } from "../exchange/readLines.ts";
import { openTestBook, takingBack } from "../testing/openTestBook.ts";
import { replaceAudience } from "./audienceRepository.ts";
import { recipientsOn } from "./ledgerOfSharing.ts";

const DAYS = ["2022-09-30", "2022-10-01", "2022-12-15", "2022-12-16", "2022-12-31"] as const;
const SIGS = ["s1", "s2", "s3"];
const ORGANIZATIONS = ["o1", "o2", "o3", "o4"];
const FRAMEWORKS = ["f1", "f2"];

const span = fc
  .tuple(fc.constantFrom(...DAYS), fc.option(fc.constantFrom(...DAYS), { nil: undefined }))
  .map(([from, to]) => ({ from, to: to !== undefined && to < from ? from : to }));
type Span = { from: string; to: string | undefined };

const scheme = fc.record({
  sigs: fc.tuple(...SIGS.map(() => span)),
  memberships: fc.uniqueArray(
    fc.record({ organization: fc.constantFrom(...ORGANIZATIONS), sig: fc.constantFrom(...SIGS), span }),
    { selector: (one) => [one.organization, one.sig, one.span.from].join(" "), maxLength: 10 },
  ),
  audience: fc.record({
    sigs: fc.subarray(SIGS),
    frameworks: fc.subarray(FRAMEWORKS),
    organizations: fc.subarray(ORGANIZATIONS),
    except: fc.subarray(ORGANIZATIONS),
  }),
  day: fc.constantFrom(...DAYS),
});

const holds = ({ from, to }: Span, day: string) => from <= day && (to === undefined || day <= to);
const compact = (line: object) => Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined));

test("an issue goes to who is a member that day, each once, to single ones, and to no exception", () => {
  const { session } = openTestBook();
  fc.assert(
    fc.property(scheme, ({ sigs, memberships, audience, day }) => {
      const lines = [
        ...SIGS.map((id, position) => ({ type: "sig", id, name: id, ...sigs[position] })),
        ...ORGANIZATIONS.map((id) => ({
          type: "organization",
          id,
          name: id,
          aliases: [],
          domains: [],
          persons: [],
          products: [],
        })),
        ...FRAMEWORKS.map((id) => ({ type: "framework", id, name: id, sizes: [] })),
        ...memberships.map(({ organization, sig, span: { from, to } }) => ({
          type: "membership",
          organization,
          sig,
          from,
          to,
        })),
        {
          type: "sharing",
          id: "x",
          origin: "hub",
          reports: [],
          title: "x",
          tlp: "TLP:GREEN",
          recipients: [],
          state: "draft",
          approvals: [],
        },
      ];
      const expected = new Set<string>();
      for (const organization of ORGANIZATIONS) {
        const isMember = memberships.some(
          (one) =>
            one.organization === organization &&
            audience.sigs.includes(one.sig) &&
            holds(one.span, day) &&
            holds(sigs[SIGS.indexOf(one.sig)] ?? one.span, day),
        );
        const isAddressed = isMember || audience.organizations.includes(organization);
        if (isAddressed && !audience.except.includes(organization)) expected.add(organization);
      }
      for (const framework of audience.frameworks) expected.add(framework);
      takingBack(session, (db) => {
        loadLines(
          db,
          lines.map((line, position) => toLine(compact(line), "test.ndjson", position + 2)),
          session.newId,
        );
        const names = new Map<string, string>();
        for (const table of ["sigs", "organizations", "frameworks", "sharings"]) {
          const rows = db.raw
            .prepare<[], { id: string; name: string }>(`select id, external_id as name from ${table}`)
            .all();
          for (const { id, name } of rows) names.set(name, id).set(id, name);
        }
        const idsOf = (externalIds: readonly string[]) => externalIds.map((name) => names.get(name) ?? "");
        const sharingId = names.get("x") ?? "";
        replaceAudience(
          db,
          sharingId,
          {
            sigs: idsOf(audience.sigs),
            frameworks: idsOf(audience.frameworks),
            organizations: idsOf(audience.organizations),
            except: idsOf(audience.except),
          },
          session.newId,
        );
        const reached = recipientsOn(db, sharingId, day).map((one) =>
          names.get(one.organizationId ?? one.frameworkId ?? ""),
        );
        expect(reached.toSorted()).toEqual([...expected].toSorted());
      });
    }),
    { numRuns: 150 },
  );
}, 60_000);

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readSampleLines, sampleMails } from "./readSampleBook.ts";

/** Interchange version 1, written down here from its description and not from the code that loads it. */
const id = z.string().min(1);
const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });
const text = z.string().min(1);
const tlp = z.enum(["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]);
const origin = z.enum(["provided", "hub"]);
const Line = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("sig"),
    id,
    name: text,
    nameEn: text.optional(),
    from: day,
    to: day.optional(),
  }),
  z.strictObject({
    type: z.literal("organization"),
    id,
    name: text,
    reading: z
      .string()
      .regex(/^[ぁ-ゖー]+$/u)
      .optional(),
    nameEn: text.optional(),
    aliases: z.array(text),
    domains: z.array(z.string().regex(/^[a-z0-9.-]+\.(example|test|invalid)$/)),
    persons: z.array(z.strictObject({ name: text, reading: text.optional(), email: z.string().optional() })),
    products: z.array(text),
    addresses: z.array(z.string().startsWith("〒000-")),
    phones: z.array(z.string().regex(/^0\d{1,2}-0{3,4}-\d{4}$/)),
    parent: id.optional(),
  }),
  z.strictObject({ type: z.literal("membership"), organization: id, sig: id, from: day, to: day.optional() }),
  z.strictObject({
    type: z.literal("framework"),
    id,
    name: text,
    sizes: z.array(
      z.strictObject({
        from: day,
        label: text,
        bodies: z.int().optional(),
        members: z.int().optional(),
      }),
    ),
  }),
  z.strictObject({
    type: z.literal("report"),
    id,
    receivedAt: moment,
    occurredAt: moment.optional(),
    provider: z.union([
      z.strictObject({ organization: id }),
      z.strictObject({ framework: id }),
      z.strictObject({ outside: text }),
    ]),
    victim: z.union([z.strictObject({ organization: id }), z.strictObject({ outside: text })]).optional(),
    channel: z.enum(["mail", "phone", "file", "meeting", "portal", "other"]),
    items: z.int().min(1),
    category: z.string().regex(/^[a-z-]+$/),
    assessment: z.enum(["targeted", "indiscriminate", "benign", "undetermined"]),
    title: text,
    body: text.optional(),
    observables: z.array(
      z.strictObject({
        kind: text,
        value: text,
        role: z.enum(["attacker", "victim", "abused"]).optional(),
      }),
    ),
    cases: z.array(id).optional(),
    tlp: tlp.optional(),
    handling: text.optional(),
    notShared: z.enum(["mass", "joined", "benign", "declined"]).optional(),
    void: z.strictObject({ at: moment, reason: text }).optional(),
  }),
  z.strictObject({
    type: z.literal("campaign"),
    id,
    name: text,
    since: z.string().regex(/^\d{4}-\d{2}$/),
    description: text.optional(),
  }),
  z.strictObject({
    type: z.literal("case"),
    id,
    title: text,
    kind: text,
    openedAt: day,
    origin,
    campaign: id.optional(),
    summary: text.optional(),
    narrative: text.optional(),
    techniques: z.array(z.string().regex(/^T\d{4}(\.\d{3})?$/)).optional(),
  }),
  z.strictObject({
    type: z.literal("link"),
    from: id,
    to: id,
    relation: z.enum([
      "same-campaign",
      "similar-to",
      "follow-up-of",
      "same-infrastructure",
      "duplicate-of",
      "sighting-of",
    ]),
    rationale: text,
    confidence: z.enum(["low", "medium", "high"]).optional(),
  }),
  z.strictObject({
    type: z.literal("sharing"),
    id,
    origin,
    reports: z.array(id),
    cases: z.array(id).optional(),
    title: text,
    body: text.optional(),
    tlp,
    recipients: z.array(id),
    state: z.enum(["draft", "sanitised", "awaiting-approval", "approved", "shared", "withdrawn"]),
    sharedAt: moment.optional(),
    approvals: z.array(
      z.strictObject({
        organization: id,
        at: moment,
        how: text,
        decision: z.enum(["approved", "conditional", "declined"]),
        conditions: text.optional(),
      }),
    ),
  }),
  z.strictObject({
    type: z.literal("sighting"),
    id,
    sharing: id,
    organization: id,
    at: moment,
    note: text.optional(),
  }),
  z.strictObject({
    type: z.literal("published-figure"),
    quarter: z.string().regex(/^\d{4}Q[1-4]$/),
    figure: z.enum(["provided", "shared", "hub-origin", "targeted", "sigs", "organizations"]),
    value: z.int(),
    source: text,
  }),
  z.strictObject({
    type: z.literal("reference"),
    id,
    title: text,
    url: z.url().optional(),
    publishedOn: day.optional(),
  }),
]);
type Line = z.infer<typeof Line>;
type LineOf<T extends Line["type"]> = Extract<Line, { type: T }>;

const lines = [...readSampleLines()].map((line) => Line.parse(line));

function all<T extends Line["type"]>(type: T): LineOf<T>[] {
  return lines.filter((line): line is LineOf<T> => line.type === type);
}

const idsOf = (type: Line["type"]) =>
  new Set(lines.flatMap((line) => (line.type === type && "id" in line ? [line.id] : [])));

/** Quarter of a moment in Asia/Tokyo. */
function quarterOf(at: string): string {
  const tokyo = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Asia/Tokyo",
    dateStyle: "short",
  }).format(new Date(at));
  return `${tokyo.slice(0, 4)}Q${Math.ceil(Number(tokyo.slice(5, 7)) / 3)}`;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const counted = all("report").filter(
  (report) => !report.void && !("outside" in report.provider) && quarterOf(report.receivedAt) === "2022Q4",
);
const given = all("sharing").filter((sharing) => sharing.sharedAt && quarterOf(sharing.sharedAt) === "2022Q4");

describe("the sample's lines", () => {
  it("come without the headers of their files", () => {
    expect(lines.filter((line) => !("id" in line || line.type === "membership" || line.type === "link"))).toEqual(
      all("published-figure"),
    );
  });

  it("have ids that are unique within their type", () => {
    const keys = lines.flatMap((line) => ("id" in line ? [`${line.type} ${line.id}`] : []));
    expect(new Set(keys).size).toBe(keys.length);
    const memberships = all("membership").map((member) => `${member.organization} ${member.sig} ${member.from}`);
    expect(new Set(memberships).size).toBe(memberships.length);
  });

  it("name no record that is not there", () => {
    const named: [Line["type"], string | undefined][] = [
      ...all("organization").map((line): [Line["type"], string | undefined] => ["organization", line.parent]),
      ...all("membership").flatMap((line): [Line["type"], string][] => [
        ["organization", line.organization],
        ["sig", line.sig],
      ]),
      ...all("report").flatMap((line): [Line["type"], string][] => [
        ...(line.cases ?? []).map((name): [Line["type"], string] => ["case", name]),
        ...[line.provider, ...(line.victim ? [line.victim] : [])].flatMap((party): [Line["type"], string][] => {
          if ("organization" in party) return [["organization", party.organization]];
          return "framework" in party ? [["framework", party.framework]] : [];
        }),
      ]),
      ...all("case").map((line): [Line["type"], string | undefined] => ["campaign", line.campaign]),
      ...all("link").flatMap((line): [Line["type"], string][] => [
        ["case", line.from],
        ["case", line.to],
      ]),
      ...all("sharing").flatMap((line): [Line["type"], string][] => [
        ...line.reports.map((name): [Line["type"], string] => ["report", name]),
        ...(line.cases ?? []).map((name): [Line["type"], string] => ["case", name]),
        ...line.approvals.map((approval): [Line["type"], string] => ["organization", approval.organization]),
        ...line.recipients.map((name): [Line["type"], string] => [name.startsWith("FW") ? "framework" : "sig", name]),
      ]),
      ...all("sighting").flatMap((line): [Line["type"], string][] => [
        ["sharing", line.sharing],
        ["organization", line.organization],
      ]),
    ];
    expect(named.length).toBeGreaterThan(600);
    expect(named.filter(([type, name]) => name !== undefined && !idsOf(type).has(name))).toEqual([]);
  });

  it("link no case to itself", () => {
    expect(all("link").filter((link) => link.from === link.to)).toEqual([]);
  });
});

describe("the figures of 2022Q4, counted anew from the lines", () => {
  it("are 26 reports, 6 of them targeted, none undetermined, none from outside", () => {
    expect(sum(counted.map((report) => report.items))).toBe(26);
    expect(sum(counted.filter((report) => report.assessment === "targeted").map((report) => report.items))).toBe(6);
    expect(all("report").filter((report) => report.assessment === "undetermined")).toEqual([]);
    expect(all("report").filter((report) => "outside" in report.provider)).toEqual([]);
  });

  it("are 25 sharings, 20 of the hub's own", () => {
    expect(given).toHaveLength(25);
    expect(given.filter((sharing) => sharing.origin === "hub")).toHaveLength(20);
  });

  it("are these by category", () => {
    const byCategory: Record<string, number> = {};
    for (const report of counted) byCategory[report.category] = (byCategory[report.category] ?? 0) + report.items;
    expect(byCategory).toEqual({
      bec: 3,
      phishing: 2,
      "targeted-mail": 4,
      "mass-mail": 3,
      "malware-mail": 3,
      ransomware: 1,
      "unauthorized-access": 1,
      "web-attack": 2,
      "form-abuse": 1,
      "fake-alert": 1,
      "suspicious-traffic": 3,
      "impersonation-site": 1,
      vulnerability: 1,
    });
  });

  it("leave every counted report either in a sharing or not shared for a reason, never both", () => {
    const shared = new Set(given.flatMap((sharing) => sharing.reports));
    expect(counted.filter((report) => shared.has(report.id) === (report.notShared !== undefined))).toEqual([]);
    expect(new Set(counted.map((report) => report.notShared))).toEqual(
      new Set([undefined, "mass", "joined", "benign", "declined"]),
    );
  });

  it("stand on no record of an earlier quarter: those come from the published figures", () => {
    expect(all("report").filter((report) => quarterOf(report.receivedAt) !== "2022Q4")).toEqual([]);
    expect(all("sharing").filter((sharing) => sharing.sharedAt && quarterOf(sharing.sharedAt) !== "2022Q4")).toEqual(
      [],
    );
    const published = (figure: string) =>
      ["2022Q1", "2022Q2", "2022Q3", "2022Q4"].map(
        (quarter) => all("published-figure").find((row) => row.quarter === quarter && row.figure === figure)?.value,
      );
    expect(published("provided")).toEqual([51, 134, 22, 26]);
    expect(published("shared")).toEqual([29, 35, 38, 25]);
  });

  it("hold a report made void and moments at both edges of the quarter", () => {
    expect(all("report").filter((report) => report.void)).toHaveLength(1);
    expect(counted.filter((report) => report.receivedAt.endsWith("Z")).map((report) => report.receivedAt)).toEqual([
      "2022-09-30T15:05:00Z",
      "2022-12-31T14:52:00Z",
    ]);
  });
});

describe("the structure", () => {
  const activeAt = (date: string) => {
    const sigs = new Set(
      all("sig")
        .filter((sig) => sig.from <= date && (sig.to ?? "9999") >= date)
        .map((sig) => sig.id),
    );
    const members = all("membership").filter(
      (member) => sigs.has(member.sig) && member.from <= date && (member.to ?? "9999") >= date,
    );
    return { sigs: sigs.size, members };
  };

  it("is 13 industries and 279 memberships at the end of the quarter, some organisations in two", () => {
    const { sigs, members } = activeAt("2022-12-31");
    expect([sigs, members.length]).toEqual([13, 279]);
    expect(new Set(members.map((member) => member.organization)).size).toBe(274);
    expect(activeAt("2022-09-30").members).toEqual(members);
  });

  it("has a history that meets the counts as they were published", () => {
    const ends = {
      "2017Q3": "2017-09-30",
      "2017Q4": "2017-12-31",
      "2018Q1": "2018-03-31",
      "2018Q2": "2018-06-30",
      "2022Q4": "2022-12-31",
    };
    for (const [quarter, end] of Object.entries(ends)) {
      const value = (figure: string) =>
        all("published-figure").find((row) => row.quarter === quarter && row.figure === figure)?.value;
      const { sigs, members } = activeAt(end);
      expect([quarter, sigs, members.length]).toEqual([quarter, value("sigs"), value("organizations")]);
    }
  });

  it("has two frameworks with their printed labels", () => {
    const labels = all("framework").map(
      (framework) => framework.sizes.filter((size) => size.from <= "2022-12-31").at(-1)?.label,
    );
    expect(labels).toEqual(["医療業界 4 団体およびその会員約 5,500 組織", "水道関連事業者等 9 組織"]);
  });

  it("gives no organisation the name, an alias or a domain of another", () => {
    const owners = new Map<string, string>();
    for (const { id: owner, name, aliases, domains } of all("organization")) {
      for (const word of [name, ...aliases, ...domains].map((each) => each.normalize("NFKC"))) {
        expect([word, owners.get(word) ?? owner]).toEqual([word, owner]);
        owners.set(word, owner);
      }
    }
  });
});

describe("the campaign", () => {
  it("has been seen since 2017Q4 with silent quarters in between, and in 2022Q4 by the hub alone", () => {
    const campaign = all("campaign")[0];
    const cases = all("case").filter((line) => line.campaign === campaign?.id);
    const seen = cases.map((line) => quarterOf(`${line.openedAt}T12:00:00+09:00`));
    expect(seen[0]).toBe("2017Q4");
    expect(seen.at(-1)).toBe("2022Q4");
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).not.toContain("2022Q3");
    const ids = new Set(cases.map((line) => line.id));
    expect(counted.filter((report) => report.cases?.some((name) => ids.has(name)))).toEqual([]);
    expect(given.filter((sharing) => sharing.cases?.some((name) => ids.has(name)))).toHaveLength(1);
  });
});

describe("the sightings", () => {
  it("hold the one that became a report, of a case linked to the first", () => {
    const link = all("link").find((line) => line.relation === "sighting-of");
    const report = counted.find((line) => link && line.cases?.includes(link.from));
    const sighting = all("sighting").find(
      (line) => report && "organization" in report.provider && line.organization === report.provider.organization,
    );
    const sharing = all("sharing").find((line) => line.id === sighting?.sharing);
    expect(sharing?.cases).toContain(link?.to);
    expect(Date.parse(sighting?.at ?? "")).toBeGreaterThan(Date.parse(sharing?.sharedAt ?? ""));
  });
});

describe("sampleMails", () => {
  it("are mails received after the quarter, so that dropping them does not change its table", () => {
    const mails = sampleMails();
    expect(mails.length).toBeGreaterThanOrEqual(6);
    for (const { bytes } of mails) {
      const head = new TextDecoder("latin1").decode(bytes);
      expect(head).toMatch(/^Date: \w{3}, \d{1,2} Jan 2023 /mu);
      expect(head.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    }
  });
});

/** A person of the provider, hidden in a URL. */
export const TOKEN = Buffer.from("m.tsuzuki@kirimine.example").toString("base64");

const observable = (kind: string, value: string, role?: string) => ({
  kind,
  value,
  ...(role !== undefined && { role }),
});
const report = (id: string, receivedAt: string, observables: object[], more: object = {}) => ({
  type: "report",
  id,
  receivedAt,
  provider: { organization: "O1" },
  channel: "mail",
  items: 1,
  category: "phishing",
  assessment: "targeted",
  title: "霧峰重工業に届いたメール",
  observables,
  cases: ["CASE-A"],
  ...more,
});

/** Two cases with all roles and kinds of observables, a void report, and a sharing of 2022Q4; all of it invented. */
export const LINES = [
  { type: "sig", id: "S1", name: "重工業界", from: "2011-10-25" },
  {
    type: "organization",
    id: "O1",
    name: "霧峰重工業株式会社",
    reading: "キリミネジュウコウギョウ",
    aliases: ["霧峰"],
    domains: ["kirimine.example"],
    persons: [{ name: "都築 真由", reading: "つづき まゆ", email: "m.tsuzuki@kirimine.example" }],
  },
  { type: "membership", organization: "O1", sig: "S1", from: "2011-10-25" },
  {
    type: "case",
    id: "CASE-A",
    title: "霧峰重工業への不審メール",
    kind: "phishing",
    openedAt: "2022-12-01",
    origin: "provided",
  },
  { type: "case", id: "CASE-B", title: "別の案件", kind: "phishing", openedAt: "2022-12-05", origin: "hub" },
  report("REP-1", "2022-12-01T23:30:00+09:00", [
    observable("domain-name", "evil.test", "attacker"),
    observable("url", "https://evil.test/a?b='c\\d'", "attacker"),
    observable("url", `https://evil.test/login?to=${TOKEN}`, "attacker"),
    observable("email-addr", "m.tsuzuki@kirimine.example", "victim"),
    observable("ipv4-addr", "198[.]51[.]100[.]3", "attacker"),
    observable("email-message", '=HYPERLINK("x") 至急', "attacker"),
    observable("file", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "attacker"),
    observable("file", "請求書,1.zip", "attacker"),
    observable("domain-name", "storage.example", "abused"),
    observable("domain-name", "unknown.test"),
    observable("user-agent", "curl/8", "attacker"),
  ]),
  report("REP-2", "2022-12-03T09:00:00+09:00", [
    observable("domain-name", "evil.test", "attacker"),
    observable("autonomous-system", "AS64500", "attacker"),
    observable("domain-name", "both.test", "attacker"),
  ]),
  report("REP-3", "2022-12-04T09:00:00+09:00", [observable("domain-name", "both.test", "victim")]),
  report("REP-4", "2022-12-04T09:00:00+09:00", [observable("domain-name", "void.test", "attacker")], {
    void: { at: "2022-12-05T09:00:00+09:00", reason: "重複" },
  }),
  report("REP-5", "2022-12-05T09:00:00+09:00", [observable("domain-name", "other.test", "attacker")], {
    cases: ["CASE-B"],
  }),
  {
    type: "sharing",
    id: "SHARE-1",
    origin: "provided",
    reports: ["REP-2"],
    cases: ["CASE-A"],
    title: "不審メールに関する情報",
    tlp: "TLP:GREEN",
    recipients: ["S1"],
    state: "shared",
    sharedAt: "2022-12-10T10:00:00+09:00",
    approvals: [],
  },
];

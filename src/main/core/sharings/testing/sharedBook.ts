import type { TextRef } from "#shared/contract/sanitising.ts";
import { AppError } from "#shared/errors.ts";
import type { CallContext } from "#shared/rpc/contractTypes.ts";
import type { BookSession } from "../../database/bookSession.ts";
import type { FeatureContext } from "../../feature.ts";
import { createSanitiser } from "../../sanitising/sanitiser.ts";
import { readText } from "../../sanitising/textRepository.ts";
import { openTestBook, type TestClock } from "../../testing/openTestBook.ts";

/** A small scheme: two SIGs whose members changed, a framework, reports of three providers, and sharings of them. */
export const SCHEME = [
  { type: "sig", id: "metal", name: "金属SIG", from: "2012-04-01" },
  { type: "sig", id: "paper", name: "製紙SIG", from: "2014-04-01" },
  { type: "sig", id: "gone", name: "旧SIG", from: "2012-04-01", to: "2022-06-30" },
  ...["akane", "beni", "chigusa", "daidai"].map((id) => ({
    type: "organization",
    id,
    name: { akane: "茜金属株式会社", beni: "紅色製鋼株式会社", chigusa: "千草製紙株式会社", daidai: "橙紙業株式会社" }[
      id
    ],
    aliases: [],
    domains: [`${id}.example`],
    persons: [],
    products: [],
  })),
  { type: "membership", organization: "akane", sig: "metal", from: "2012-04-01" },
  { type: "membership", organization: "beni", sig: "metal", from: "2012-04-01", to: "2022-12-15" },
  { type: "membership", organization: "chigusa", sig: "paper", from: "2014-04-01" },
  { type: "membership", organization: "daidai", sig: "paper", from: "2022-12-20" },
  { type: "framework", id: "water", name: "水道関連連携", sizes: [] },
  report("r-akane", { organization: "akane" }, [{ kind: "domain-name", value: "update-mail.test", role: "attacker" }]),
  report("r-beni", { organization: "beni" }, [
    { kind: "ipv4-addr", value: "203.0.113.9", role: "attacker" },
    { kind: "url", value: "http://login.test/?c=beni.example", role: "attacker" },
    { kind: "ipv4-addr", value: "192.0.2.7", role: "victim" },
  ]),
  report("r-water", { framework: "water" }, []),
  report("r-out", { outside: "藍染商店" }, []),
  {
    ...report("r-void", { organization: "daidai" }, []),
    void: { at: "2022-12-02T10:00:00+09:00", reason: "二重登録" },
  },
  sharing("s-two", ["r-akane", "r-beni", "r-void"], ["metal"]),
  sharing("s-hub", [], ["metal", "paper", "water"], "hub"),
  sharing("s-all", ["r-water", "r-out"], ["paper", "water"]),
];

function report(id: string, provider: object, observables: readonly object[]) {
  return {
    type: "report",
    id,
    receivedAt: "2022-12-01T10:00:00+09:00",
    provider,
    channel: "mail",
    items: 1,
    category: "phishing",
    assessment: "targeted",
    title: `不審なメールの情報提供 ${id}`,
    observables,
  };
}

function sharing(id: string, reports: readonly string[], recipients: readonly string[], origin = "provided") {
  const title = "不審なメールに関する情報";
  const body = "不審なメールを受け取ったとの情報が寄せられた。";
  return {
    type: "sharing",
    id,
    origin,
    reports,
    title,
    body,
    tlp: "TLP:AMBER",
    recipients,
    state: "draft",
    approvals: [],
  };
}

/** The one indicator of the scheme that tells who provided it, as it is named in `withheld`. */
export const TELLING = "url http://login.test/?c=beni.example";

/** An open book and what handlers need; `as` is the same for another analyst. */
export type SharedBook = {
  session: BookSession;
  clock: TestClock;
  context: FeatureContext;
  call: CallContext;
  as(actor: string): FeatureContext;
  /** The id in the book of a record by its interchange id. */
  idOf(table: "sharings" | "reports" | "organizations" | "sigs" | "frameworks" | "cases", externalId: string): string;
  text(externalId: string): TextRef;
  /** Of all that would go out: see readText. */
  sha256(text: TextRef): string;
};

export function openSharedBook(lines: readonly object[] = SCHEME): SharedBook {
  const { session, clock } = openTestBook(lines);
  const sanitiser = createSanitiser(session);
  const as = (actor: string): FeatureContext => ({ book: () => ({ ...session, actor }), sanitiser: () => sanitiser });
  const idOf: SharedBook["idOf"] = (table, externalId) =>
    session.read((db) => {
      const row = db.raw
        .prepare<[string], { id: string }>(`select id from ${table} where external_id = ?`)
        .get(externalId);
      if (!row) throw new AppError("record.not-found", { record: externalId });
      return row.id;
    });
  // As a sharing is born: what tells who provided it stays out of its list.
  if (lines === SCHEME) {
    session.write("test", (db) => {
      db.raw.prepare("update sharings set withheld = ? where external_id = 's-two'").run(JSON.stringify([TELLING]));
    });
  }
  return {
    session,
    clock,
    as,
    context: as(session.actor),
    call: { signal: new AbortController().signal, progress: () => undefined },
    idOf,
    text: (externalId) => ({ kind: "sharing", id: idOf("sharings", externalId) }),
    sha256: (text) => session.read((db) => readText(db, text).fingerprint),
  };
}

import type { SharingFields } from "#shared/contract/sharings.ts";
import type { ConsentPurpose, ConsentTerm, Party } from "#shared/domain/consent.ts";
import type { ApprovalDecision } from "#shared/domain/vocabulary.ts";
import { approvalHandlers } from "../../approvals/approvals.handlers.ts";
import { gateHandlers } from "../../gate/gate.handlers.ts";
import { readArtifact } from "../../storage/artifactStore.ts";
import { sharingHandlers } from "../sharings.handlers.ts";
import type { SharedBook } from "./sharedBook.ts";

/** Another than the session's analyst, who wrote what is written. */
export const OTHER = "三田";

/** What analysts do with the sharings of a shared book, each by its interchange id. */
export function actsOn(book: SharedBook) {
  const idOf = (sharing: string) => book.idOf("sharings", sharing);
  const partyOf = (name: string): Party => ({ organizationId: book.idOf("organizations", name) });
  const acts = {
    partyOf,
    get: (sharing: string) => sharingHandlers(book.context).get({ id: idOf(sharing) }, book.call),
    change: (sharing: string, fields: Partial<SharingFields>) =>
      sharingHandlers(book.context).update({ id: idOf(sharing), fields }, book.call),
    write: (sharing: string, body: string) => acts.change(sharing, { body }),
    ask: (sharing: string, party: Party, dueOn: string | null = null) =>
      approvalHandlers(book.context).request(
        { text: book.text(sharing), party, purposes: ["share"], dueOn },
        book.call,
      ),
    async answer(
      sharing: string,
      party: Party,
      said: { decision?: ApprovalDecision; terms?: ConsentTerm[]; conditions?: string; purpose?: ConsentPurpose } = {},
    ) {
      const text = book.text(sharing);
      const { decision = "approved", terms = [], conditions = null, purpose = "share" } = said;
      const sha256 = book.sha256(text);
      const at = book.clock.nowMs;
      const answers = [{ purpose, decision, terms }];
      await approvalHandlers(book.context).record(
        { text, sha256, party, answers, at, how: "電話", conditions, evidence: null },
        book.call,
      );
    },
    async consent(sharing: string, names: readonly string[]) {
      for (const name of names) await acts.answer(sharing, partyOf(name));
    },
    release(sharing: string, by = OTHER) {
      const text = book.text(sharing);
      return gateHandlers(book.as(by)).release({ text, purpose: "share", sha256: book.sha256(text) }, book.call);
    },
    issue: (sharing: string, at?: number) =>
      sharingHandlers(book.context).issue({ id: idOf(sharing), ...(at !== undefined && { at }) }, book.call),
    withdraw: (sharing: string, reason = "誤報") =>
      sharingHandlers(book.context).withdraw({ id: idOf(sharing), reason }, book.call),
    giveNotice: (sharing: string, by = OTHER) =>
      sharingHandlers(book.as(by)).giveNotice({ id: idOf(sharing) }, book.call),
    /** Where everybody's consent to share stands, by name. */
    async states(sharing: string) {
      const parties = await approvalHandlers(book.context).ofText({ text: book.text(sharing) }, book.call);
      return Object.fromEntries(
        parties.map(({ name, consents }) => {
          const share = consents.find(({ purpose }) => purpose === "share");
          return [name, [share?.state, ...(share?.changed ?? [])].join(" ")];
        }),
      );
    },
    /** Conditions of the gate to participants that do not hold. */
    async unmet(sharing: string) {
      const asked = { text: book.text(sharing), destination: "share" as const };
      const { conditions } = await gateHandlers(book.context).verdict(asked, book.call);
      return conditions.filter(({ met }) => !met).map(({ code }) => code);
    },
    bytesOf: (artifactId: string) => new Uint8Array(book.session.read((db) => readArtifact(db, artifactId)).bytes),
  };
  return acts;
}

export type SharingActs = ReturnType<typeof actsOn>;

/** Who got a version, by name, in order. */
export function namesIn({ issues }: Awaited<ReturnType<SharingActs["get"]>>, version: number): string[] | undefined {
  return issues
    .find((one) => one.version === version)
    ?.deliveries.map(({ recipient, part }) => (part === "notice" ? `${recipient.title}（お知らせ）` : recipient.title))
    .sort();
}

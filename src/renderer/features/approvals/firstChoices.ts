import { type ConsentPurpose, partyKey } from "#shared/domain/consent.ts";
import type { PartyConsents } from "#shared/contract/approvals.ts";
import type { ApprovalTask } from "#renderer/state/approvalDesk.ts";

/** What each party, by its key, is asked for. */
export type AskChoices = ReadonlyMap<string, readonly ConsentPurpose[]>;

/** A sharing is asked about to be shared, a write-up to be published. */
export function usualPurposeOf({ text }: Pick<ApprovalTask, "text">): ConsentPurpose {
  return text.kind === "sharing" ? "share" : "publish";
}

/** Ticked at first: everyone who has not answered about these words yet, or the one it was opened for. */
export function firstChoices(parties: readonly PartyConsents[], task: ApprovalTask): AskChoices {
  const purpose = usualPurposeOf(task);
  const only = task.party === undefined ? null : partyKey(task.party);
  return new Map(
    parties.map(({ party, consents }) => {
      const key = partyKey(party);
      const state = consents.find((consent) => consent.purpose === purpose)?.state ?? "not-asked";
      const isOpen = state === "not-asked" || state === "void";
      return [key, only === key || (only === null && isOpen) ? [purpose] : []];
    }),
  );
}

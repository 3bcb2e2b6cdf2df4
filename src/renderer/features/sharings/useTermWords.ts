import type { ConsentTerm } from "#shared/domain/consent.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";

/** A term of a consent in words. */
export function useTermWords(): (term: ConsentTerm) => string {
  const { approvals, format } = useMessages();
  const { data } = useRead(api.roster.structure, { asOf: dayOf(Date.now()) });
  return (term) => {
    switch (term.kind) {
      case "sigs-only": {
        const names = term.sigIds.map((id) => data?.sigs.find((sig) => sig.id === id)?.name ?? "…");
        return approvals.termWith.sigs(format.list(names));
      }
      case "not-before":
        return approvals.termWith.notBefore(term.day);
      case "other":
        return term.text;
      default:
        return approvals.term[term.kind];
    }
  };
}

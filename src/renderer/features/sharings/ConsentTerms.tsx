import { Checkbox } from "@mantine/core";
import type { Consent } from "#shared/contract/approvals.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import { useTermWords } from "./useTermWords.ts";

type ConsentTermsProps = { consent: Consent; onConfirm(term: string, confirmed: boolean): void };

/**
 * The terms of a consent; those that do not hold for what is about to happen say so. A term in words is for a person to
 * confirm.
 */
export function ConsentTerms({ consent, onConfirm }: ConsentTermsProps) {
  const { approvals } = useMessages();
  const wordsOf = useTermWords();
  const unmet = new Set(consent.unmetTerms.map((term) => JSON.stringify(term)));
  return consent.terms.map((term) => {
    const words = wordsOf(term);
    const isUnmet = unmet.has(JSON.stringify(term));
    return (
      <div key={JSON.stringify(term)}>
        {isUnmet ? (
          <span title={approvals.unmet}>
            <StatusMark shape="triangle" tone="wait">
              {words}
            </StatusMark>
          </span>
        ) : (
          words
        )}
        {term.kind === "other" ? (
          <Checkbox
            checked={term.confirmed}
            label={approvals.confirmTerm}
            onChange={(event) => onConfirm(term.text, event.currentTarget.checked)}
          />
        ) : null}
      </div>
    );
  });
}

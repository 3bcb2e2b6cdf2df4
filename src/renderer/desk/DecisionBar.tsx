import type { DecisionAction } from "#shared/domain/consent.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import { ChoiceList } from "./ChoiceList.tsx";
import classes from "./DecisionBar.module.css";
import type { QueueRow } from "./queueRows.ts";
import type { Deciding } from "./useDecisions.ts";
import { useDecisionKeys, type Asking } from "./useDecisionKeys.ts";
import { WordsField } from "./WordsField.tsx";

/** Puts the focus back into the queue once a field is closed. */
const focusQueue = () => document.querySelector<HTMLElement>("[data-queue]")?.focus({ preventScroll: true });

const KEYS: readonly (readonly [DecisionAction, string])[] = [
  ["mask", "M"],
  ["generalise", "G"],
  ["describe", "D"],
  ["allow", "A"],
];

/** M 伏せる, G 一般化, D 言い換え, A そのまま; with Shift to all places of the group. */
export function DecisionBar({ row, decisions }: { row: QueueRow; decisions: Deciding }) {
  const { sanitising: words } = useMessages();
  const { finding, group } = row;
  const keys = useDecisionKeys(row, decisions);
  const { asking } = keys;
  const isAllowed = group.tier === "allowed";
  const leave = () => {
    keys.stopAsking();
    focusQueue();
  };
  return (
    <div className={classes.decision}>
      <div role="group" aria-label={words.actions.label} className={classes.bar}>
        {KEYS.map(([action, key]) => (
          <button
            key={action}
            type="button"
            className={classes.choice}
            aria-pressed={asking?.action === action}
            disabled={action === "allow" && group.tier === "must"}
            title={action === "allow" && group.tier === "must" ? words.mustStays : words.commands[action]}
            onClick={(event) => keys.start(action, event.shiftKey)}
          >
            <KeyHint keys={key} />
            {action === "allow" && isAllowed ? words.actions.reconsider : words.actions[action]}
          </button>
        ))}
        <span className={classes.proposal}>{words.willBe(finding.proposals.mask)}</span>
      </div>
      {finding.proposals.generalise.length === 0 || (asking !== null && asking.action !== "generalise") ? null : (
        <ChoiceList
          label={words.actions.generalise}
          choices={finding.proposals.generalise}
          scope={asking?.whole === true ? words.scope.all(group.findings.length) : null}
          onChoose={keys.choose}
        />
      )}
      <Question asking={asking} row={row} onLeave={leave} onAnswer={(text) => keys.answer(text, focusQueue)} />
      {keys.refusal === null ? null : (
        <p role="status" className={classes.refusal}>
          {keys.refusal === "must" ? words.mustStays : words.noChoices}
        </p>
      )}
      <ErrorNote error={decisions.error} />
    </div>
  );
}

type QuestionProps = { asking: Asking | null; row: QueueRow; onLeave(): void; onAnswer(text: string): void };

/** The field for other words, or for the reason why something may stay. */
function Question({ asking, row, onLeave, onAnswer }: QuestionProps) {
  const { sanitising: words } = useMessages();
  if (asking === null || asking.action === "generalise") return null;
  const isReason = asking.action === "allow";
  const scope = asking.whole ? words.scope.all(row.group.findings.length) : words.scope.one;
  return (
    <WordsField
      key={asking.action}
      label={isReason ? words.reason : words.words}
      hint={isReason ? words.reasonHint : words.wordsHint}
      scope={scope}
      initial={isReason ? asking.lastReason : ""}
      suggestions={isReason ? words.reasons : []}
      onLeave={onLeave}
      onAnswer={onAnswer}
    />
  );
}

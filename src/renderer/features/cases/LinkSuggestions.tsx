import { useState } from "react";
import type { LinkSuggestion } from "#shared/contract/cases.ts";
import type { Confidence } from "#shared/domain/vocabulary.ts";
import { describeEvidence } from "#shared/messages/describeEvidence.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import links from "./CaseLinks.module.css";
import classes from "./LinkSuggestions.module.css";

/** A glance at the margin; the others are asked for. */
const SHOWN_AT_FIRST = 3;

/** How sure the evidence makes the link, for whoever reads it later. */
function confidenceOf(score: number): Confidence {
  if (score >= 0.8) return "high";
  return score >= 0.5 ? "medium" : "low";
}

/** Cases that may belong together with this one, each with what speaks for it; one button makes the link. */
export function LinkSuggestions({ caseId }: { caseId: string }) {
  const messages = useMessages();
  const { cases } = messages;
  const words = cases.links.suggestions;
  const { data: suggestions = [] } = useRead(api.links.suggest, { caseId });
  const [showsAll, setShowsAll] = useState(false);
  const create = useCommand(api.links.create);
  const sayWithUndo = useUndoNotice();

  const link = async ({ other, relation, score, evidence }: LinkSuggestion) => {
    const rationale = words.rationale(evidence.map((piece) => describeEvidence(piece, messages)));
    const made = { fromId: caseId, toId: other.id, relation, rationale, confidence: confidenceOf(score) };
    if ((await create.run(made)) !== undefined) sayWithUndo(words.linked(other.title));
  };
  const [first] = suggestions;
  useCommands([
    {
      id: "cases.linkSuggested",
      title: words.linkFirst,
      shortcut: "Shift+L",
      group: cases.listLabel,
      when: first !== undefined,
      run: () => (first === undefined ? undefined : void link(first)),
    },
  ]);
  if (suggestions.length === 0) return <ErrorNote error={create.error} />;
  const shown = showsAll ? suggestions : suggestions.slice(0, SHOWN_AT_FIRST);
  const hidden = suggestions.length - shown.length;
  return (
    <section aria-label={words.title} className={classes.suggestions}>
      <h3 className={classes.title}>{words.title}</h3>
      <ErrorNote error={create.error} />
      <ul className={links.list}>
        {shown.map((suggestion) => (
          <SuggestionLine key={suggestion.other.id} suggestion={suggestion} onLink={() => void link(suggestion)} />
        ))}
      </ul>
      {hidden > 0 ? (
        <button type="button" className="link-button" onClick={() => setShowsAll(true)}>
          {words.more(hidden)}
        </button>
      ) : null}
    </section>
  );
}

function SuggestionLine({ suggestion, onLink }: { suggestion: LinkSuggestion; onLink(): void }) {
  const messages = useMessages();
  const words = messages.cases.links.suggestions;
  const go = useWorkplace((state) => state.go);
  const { other, evidence } = suggestion;
  return (
    <li className={links.line}>
      <div className={classes.head}>
        <button type="button" className="link-button" onClick={() => go("cases", other.id)}>
          {other.title}
        </button>
        <button
          type="button"
          className={classes.link}
          aria-label={words.link(other.title)}
          title={words.link(other.title)}
          onClick={onLink}
        >
          {words.linkShort}
        </button>
      </div>
      <p className={classes.evidence}>
        {other.openedAt}
        {evidence.map((piece) => (
          <span key={JSON.stringify(piece)}>{describeEvidence(piece, messages)}</span>
        ))}
      </p>
    </li>
  );
}

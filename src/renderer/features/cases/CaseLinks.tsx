import { useState } from "react";
import type { CaseDetail, CaseLink } from "#shared/contract/cases.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { AddLinkForm } from "./AddLinkForm.tsx";
import facts from "./CaseFacts.module.css";
import classes from "./CaseLinks.module.css";
import { LinkSuggestions } from "./LinkSuggestions.tsx";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";

/** The links of a case, worded as seen from it, each with its reason. */
export function CaseLinks({ detail }: { detail: CaseDetail }) {
  const { cases: words } = useMessages();
  const [adding, setAdding] = useState(false);
  const remove = useCommand(api.links.remove);
  const sayWithUndo = useUndoNotice();
  useCommands([
    { id: "cases.link", title: words.links.add, shortcut: "L", group: words.listLabel, run: () => setAdding(true) },
  ]);
  const removeLink = async (link: CaseLink) => {
    if ((await remove.run({ id: link.id })) !== undefined) sayWithUndo(words.links.removed(link.other.title));
  };
  return (
    <section aria-label={words.links.title}>
      <header className={classes.head}>
        <h2 className={facts.heading}>{words.links.title}</h2>
        {adding ? null : (
          <button type="button" className="link-button" onClick={() => setAdding(true)}>
            {words.links.add}
          </button>
        )}
      </header>
      {adding ? <AddLinkForm detail={detail} onDone={() => setAdding(false)} /> : null}
      <ErrorNote error={remove.error} />
      {detail.links.length === 0 && !adding ? <p className={classes.none}>{words.links.none}</p> : null}
      <ul className={classes.list}>
        {detail.links.map((link) => (
          <LinkLine key={link.id} link={link} onRemove={() => void removeLink(link)} />
        ))}
      </ul>
      <LinkSuggestions key={detail.id} caseId={detail.id} />
    </section>
  );
}

function LinkLine({ link, onRemove }: { link: CaseLink; onRemove(): void }) {
  const { cases: words, vocabulary } = useMessages();
  const go = useWorkplace((state) => state.go);
  const { other, outgoing, relation, rationale, confidence } = link;
  return (
    <li className={classes.line}>
      <div className={classes.relation}>
        <span>{outgoing ? words.links.outgoing[relation] : words.links.incoming[relation]}</span>
        <span>{other.openedAt}</span>
        {confidence === null ? null : <span>{words.links.confidenceOf(vocabulary.confidence[confidence])}</span>}
        <button
          type="button"
          className={classes.remove}
          aria-label={words.links.remove(other.title)}
          title={words.links.remove(other.title)}
          onClick={onRemove}
        >
          ×
        </button>
      </div>
      <button type="button" className="link-button" onClick={() => go("cases", other.id)}>
        {other.title}
      </button>
      <p className={classes.rationale}>{rationale}</p>
    </li>
  );
}

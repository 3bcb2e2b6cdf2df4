import type { Editor } from "@tiptap/react";
import { useEffect, useMemo, useState, type ReactNode, type RefObject } from "react";
import type { Desk, DeskFinding } from "#shared/contract/sanitising.ts";
import { useCasePictures, useCitable } from "#renderer/data/useCaseTexts.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Markings, setCurrentMarkings, setMarkings, spotsOfMarkings } from "#renderer/ui/editor/markings.ts";
import { NarrativeView } from "#renderer/ui/editor/NarrativeView.tsx";
import { SentenceChoice } from "#renderer/ui/SentenceChoice.tsx";
import { counterpartOf } from "./counterpart.ts";
import { locateFindings } from "./locateFindings.ts";
import { MarkedPlain } from "./MarkedPlain.tsx";
import classes from "./TextPanes.module.css";
import { markIdOf } from "./tiers.ts";

type Original = Desk["originals"][number];

const EXTENSIONS = [Markings];

export type OriginalPaneProps = {
  originals: readonly Original[];
  /** The finding spoken of; the place it was made from stands out. */
  spoken: DeskFinding | null;
  /** How long the text is that the finding stands in, UTF-16 units. */
  textLength: number;
  scroller: RefObject<HTMLDivElement | null>;
};

/** The texts as they were received or first written, with everything that gives somebody away. */
export function OriginalPane({ originals, spoken, textLength, scroller }: OriginalPaneProps) {
  const { sanitising: words, frame } = useMessages();
  const [wanted, setShown] = useState(0);
  const at = Math.min(wanted, originals.length - 1);
  const shown = originals[at];
  useCommands([
    {
      id: "desk.original",
      title: words.commands.original,
      shortcut: "O",
      group: frame.places.writeups,
      when: originals.length > 1,
      run: () => setShown((at + 1) % originals.length),
    },
  ]);
  const counterpart = useMemo(
    () => (shown === undefined ? undefined : counterpartOf(spoken, shown.findings, [textLength, shown.body.length])),
    [shown, spoken, textLength],
  );
  const nameOf = ({ type, title }: Original) => words.originalOf[type](title);
  return (
    <section className={classes.pane} aria-label={words.original}>
      <header className={classes.head}>
        <h2>{words.original}</h2>
        {shown === undefined ? null : originals.length === 1 ? (
          <span className={classes.name} title={nameOf(shown)}>
            {nameOf(shown)}
          </span>
        ) : (
          <span className={classes.name}>
            <SentenceChoice
              label={words.originals}
              text={nameOf(shown)}
              options={originals.map((original, index) => ({ value: String(index), label: nameOf(original) }))}
              chosen={[String(at)]}
              onToggle={(index) => setShown(Number(index))}
            />
          </span>
        )}
        {shown === undefined ? null : (
          <button
            type="button"
            className={`link-button ${classes.open}`}
            onClick={() => goToRecord(shown.type, shown.id)}
          >
            {words.openOriginal}
          </button>
        )}
      </header>
      <div ref={scroller} className={classes.scroller} tabIndex={0} aria-label={words.original} data-scrolls-together>
        {shown === undefined ? (
          <p className={classes.none}>{words.noOriginal}</p>
        ) : (
          <>
            <h1 className={classes.title}>{shown.title}</h1>
            <p className={classes.source}>{words.sourceOf[shown.type]}</p>
            {shown.type === "case" ? (
              <OriginalNarrative key={shown.id} original={shown} counterpart={counterpart} />
            ) : (
              <MarkedPlain key={shown.id} text={shown.body} findings={shown.findings} spoken={counterpart} />
            )}
          </>
        )}
      </div>
    </section>
  );
}

type OriginalNarrativeProps = { original: Original; counterpart: DeskFinding | undefined };

function OriginalNarrative({ original, counterpart }: OriginalNarrativeProps): ReactNode {
  const { sanitising: words } = useMessages();
  const pictures = useCasePictures();
  const references = useCitable();
  const [editor, setEditor] = useState<Editor | null>(null);
  const { body, findings } = original;
  useEffect(() => {
    if (editor !== null) setMarkings(editor, locateFindings(editor.state.doc, body, findings));
  }, [editor, body, findings]);
  useEffect(() => {
    if (editor === null) return;
    const ids = new Set(counterpart === undefined ? [] : [markIdOf(counterpart)]);
    setCurrentMarkings(editor, spotsOfMarkings(editor, ids));
  }, [editor, findings, counterpart]);
  return (
    <NarrativeView
      label={words.original}
      markdown={body}
      pictures={pictures}
      references={references}
      extensions={EXTENSIONS}
      onEditor={setEditor}
    />
  );
}

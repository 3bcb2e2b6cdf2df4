import { Modal } from "@mantine/core";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import { MarkedText } from "#renderer/ui/MarkedText.tsx";
import { useFrameDialogs } from "./frameDialogs.ts";
import classes from "./Palette.module.css";
import { usePaletteChoices } from "./usePaletteChoices.ts";

/** Ctrl K: places, records, commands, in that order, by reading too. */
export function Palette() {
  const opened = useFrameDialogs((state) => state.opened === "palette");
  const close = useFrameDialogs((state) => state.close);
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      centered={false}
      yOffset={72}
      size={640}
      padding={0}
      aria-modal="true"
    >
      {opened ? <PaletteBody onClose={close} /> : null}
    </Modal>
  );
}

function PaletteBody({ onClose }: { onClose(): void }) {
  const { frame } = useMessages();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const [picking, setPicking] = useState(false);
  const { sections, searching } = usePaletteChoices(text);
  const choices = sections.flatMap((section) => section.choices);
  const current = Math.min(chosen, Math.max(0, choices.length - 1));
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [current]);

  const pick = (index: number) => {
    setPicking(false);
    const choice = choices[index];
    if (choice === undefined) return;
    onClose();
    // After the palette is gone, so that the focus goes where the choice leads.
    setTimeout(choice.run, 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposingKey(event.nativeEvent)) return;
    const actions: Record<string, () => void> = {
      ArrowDown: () => setChosen(Math.min(current + 1, choices.length - 1)),
      ArrowUp: () => setChosen(Math.max(current - 1, 0)),
      // What is found is still on its way: the first of it is meant, not what the words before had found.
      Enter: () => (searching && choices[current]?.isFound !== false ? setPicking(true) : pick(current)),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  useEffect(() => {
    if (picking && !searching) pick(current);
  });
  const indexOf = (id: string) => choices.findIndex((choice) => choice.id === id);
  return (
    <div onKeyDown={onKeyDown}>
      <input
        className={classes.input}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={choices[current] === undefined ? undefined : `palette-${choices[current].id}`}
        aria-label={frame.keys.palette}
        placeholder={frame.palette.placeholder}
        autoFocus
        data-autofocus
        value={text}
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
          setPicking(false);
        }}
      />
      <div ref={list} id="palette-list" role="listbox" aria-label={frame.keys.palette} className={classes.list}>
        {sections.map((section) => (
          <section key={section.title} role="group" aria-label={section.title}>
            <h3 className={classes.heading}>{section.title}</h3>
            {section.choices.map((choice) => (
              <div
                key={choice.id}
                id={`palette-${choice.id}`}
                role="option"
                aria-selected={indexOf(choice.id) === current}
                className={classes.choice}
                onMouseMove={() => setChosen(indexOf(choice.id))}
                onClick={() => pick(indexOf(choice.id))}
              >
                <span className={classes.title}>
                  <MarkedText text={choice.title} marks={choice.marks ?? []} />
                </span>
                {choice.snippet === undefined ? null : (
                  <span className={classes.snippet}>
                    <MarkedText {...choice.snippet} />
                  </span>
                )}
                {choice.note === undefined ? null : <span className={classes.note}>{choice.note}</span>}
                {choice.shortcut === undefined ? null : <KeyHint keys={choice.shortcut} />}
              </div>
            ))}
          </section>
        ))}
        {choices.length === 0 && !searching ? <p className={classes.nothing}>{frame.palette.nothing(text)}</p> : null}
      </div>
    </div>
  );
}

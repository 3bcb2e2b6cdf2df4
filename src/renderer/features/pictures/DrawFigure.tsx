import { Button, Modal, SegmentedControl, TextInput } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { DrawnFigure, MailSource } from "#shared/contract/pictures.ts";
import { api } from "#renderer/data/api.ts";
import { useDebounced } from "#renderer/data/useDebounced.ts";
import { useRead } from "#renderer/data/useRead.ts";
import type { PictureTask } from "#renderer/state/pictureDesk.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { MailDrawing } from "#renderer/ui/editor/MailDrawing.tsx";
import { UrlAnatomyDrawing } from "#renderer/ui/editor/UrlAnatomyDrawing.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Form } from "#renderer/ui/Form.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import classes from "./DrawFigure.module.css";

type DrawTask = Extract<PictureTask, { kind: "draw" }>;

/** Draws a figure from a received mail or a recorded URL, with everything that tells masked, and puts it into the text. */
export function DrawFigure({ task, onClose }: { task: DrawTask; onClose(): void }) {
  const { pictures: words, ui } = useMessages();
  const leave = () => {
    onClose();
    // Once the dialog is gone, which holds the focus while it stands.
    setTimeout(task.leave, 0);
  };
  return (
    <Modal
      opened
      onClose={leave}
      returnFocus={false}
      size="min(980px, 94vw)"
      title={words.draw.title[task.figure]}
      closeButtonProps={{ "aria-label": ui.close }}
    >
      {task.figure === "mail" ? (
        <DrawMail task={task} onClose={onClose} onLeave={leave} />
      ) : (
        <DrawUrl task={task} onClose={onClose} onLeave={leave} />
      )}
    </Modal>
  );
}

const DATES = ["month", "day", "minute"] as const;

type DrawProps = {
  task: DrawTask;
  /** The figure goes into the text. */
  onClose(): void;
  /** It does not. */
  onLeave(): void;
};

function DrawMail({ task, onClose, onLeave }: DrawProps) {
  const { pictures, format } = useMessages();
  const words = pictures.draw;
  const sources = useRead(api.pictures.sources, { text: task.text });
  const [chosen, setChosen] = useState(0);
  const [date, setDate] = useState<(typeof DATES)[number]>("month");
  const mails = sources.data?.mails ?? [];
  const mail = mails[chosen];
  const drawn = useRead(
    api.pictures.mailFigure,
    mail === undefined ? null : { text: task.text, reportId: mail.reportId, position: mail.position, date },
    { keepPrevious: true },
  );
  const facts = ({ from, sentAt }: MailSource) =>
    [from, sentAt === null ? "" : format.moment(sentAt)].filter((fact) => fact !== "").join("　");
  return (
    <DrawForm task={task} figure={drawn.data} error={sources.error ?? drawn.error} onClose={onClose} onLeave={onLeave}>
      {sources.isPending ? <SkeletonLines count={4} label={words.drawing} /> : null}
      {sources.data !== undefined && mails.length === 0 ? <p>{words.mailsNone}</p> : null}
      {mails.length === 0 ? null : (
        <>
          <Sources
            label={words.mails}
            items={mails.map((one) => ({ main: one.subject || words.noSubject, facts: facts(one) }))}
            chosen={chosen}
            onChoose={setChosen}
          />
          <div className={classes.field}>
            <span id="figure-date">{words.date}</span>
            <SegmentedControl
              size="xs"
              aria-labelledby="figure-date"
              value={date}
              onChange={(value) => setDate(DATES.find((one) => one === value) ?? "month")}
              data={DATES.map((value) => ({ value, label: words.dates[value] }))}
            />
            {date === "minute" ? <p className={classes.caution}>{words.dateHint}</p> : null}
          </div>
        </>
      )}
    </DrawForm>
  );
}

function DrawUrl({ task, onClose, onLeave }: DrawProps) {
  const { draw: words } = useMessages().pictures;
  const sources = useRead(api.pictures.sources, { text: task.text });
  const [typed, setTyped] = useState<string | null>(null);
  const urls = sources.data?.urls ?? [];
  const url = typed ?? urls[0] ?? "";
  const settled = useDebounced(url.trim(), 250);
  const drawn = useRead(api.pictures.urlFigure, settled === "" ? null : { text: task.text, url: settled }, {
    keepPrevious: true,
  });
  const isSettled = settled === url.trim() && settled !== "";
  return (
    <DrawForm
      task={task}
      figure={isSettled ? drawn.data : undefined}
      error={sources.error ?? drawn.error}
      onClose={onClose}
      onLeave={onLeave}
    >
      {sources.data !== undefined && urls.length === 0 ? <p>{words.urlsNone}</p> : null}
      {urls.length === 0 ? null : (
        <Sources
          label={words.urls}
          items={urls.map((one) => ({ main: one, facts: "" }))}
          chosen={urls.indexOf(url)}
          onChoose={(index) => setTyped(urls[index] ?? "")}
        />
      )}
      <TextInput
        label={words.urlTyped}
        description={words.urlHint}
        value={url}
        data-autofocus={urls.length === 0 || undefined}
        maxLength={8000}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
    </DrawForm>
  );
}

type DrawFormProps = DrawProps & {
  figure: DrawnFigure | undefined;
  error: Parameters<typeof ErrorNote>[0]["error"];
  children: ReactNode;
};

function DrawForm({ task, figure, error, onClose, onLeave, children }: DrawFormProps) {
  const { pictures, ui } = useMessages();
  const words = pictures.draw;
  const insert = () => {
    if (figure === undefined) return;
    onClose();
    task.insert(figure);
  };
  return (
    <Form className={classes.form} label={words.title[task.figure]} onSubmit={insert}>
      <div className={classes.body}>
        <div className={classes.choices}>{children}</div>
        <section className={classes.preview} aria-label={words.preview}>
          {figure === undefined ? (
            <p className={classes.waiting}>{words.previewEmpty[task.figure]}</p>
          ) : figure.figure === "mail" ? (
            <MailDrawing source={figure.source} />
          ) : (
            <UrlAnatomyDrawing source={figure.source} />
          )}
        </section>
      </div>
      <ErrorNote error={error} />
      <div className={classes.actions}>
        <Button onClick={onLeave}>{ui.cancel}</Button>
        <Button type="submit" variant="filled" disabled={figure === undefined}>
          {words.insert}
        </Button>
      </div>
    </Form>
  );
}

type SourcesProps = {
  label: string;
  items: readonly { main: string; facts: string }[];
  chosen: number;
  onChoose(index: number): void;
};

function Sources({ label, items, chosen, onChoose }: SourcesProps) {
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // The dialog stood before they came: its focus is at the button that closes it.
    if (!(document.activeElement instanceof HTMLInputElement)) list.current?.querySelector("input")?.focus();
  }, []);
  return (
    <fieldset ref={list} className={classes.sources}>
      <legend>{label}</legend>
      {items.map(({ main, facts }, index) => (
        <label key={index} data-chosen={index === chosen}>
          <input
            type="radio"
            name="source"
            data-autofocus={index === chosen || undefined}
            checked={index === chosen}
            onChange={() => onChoose(index)}
          />
          <span>
            <span className={classes.main}>{main}</span>
            {facts === "" ? null : <span className={classes.facts}>{facts}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

import { useState } from "react";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { CreateForm } from "./CreateForm.tsx";
import classes from "./FirstStart.module.css";
import { OpenForm } from "./OpenForm.tsx";

type Way = "create" | "open" | "sample";

/** New, open, sample: three lines; the one chosen opens in its place. */
export function FirstStart({ notice }: { notice: string | null }) {
  const { frame, firstStart } = useMessages();
  const { data: books } = useRead(api.casebook.listBooks, {});
  const [chosen, setChosen] = useState<Way | null>(null);
  if (books === undefined) return null;
  const way = chosen ?? (books.some((book) => !book.missing) ? "open" : null);
  const lines = [
    { id: "create", title: firstStart.create, hint: firstStart.createHint, form: <CreateForm kind="new" /> },
    { id: "open", title: firstStart.open, hint: firstStart.openHint, form: <OpenForm books={books} /> },
    { id: "sample", title: firstStart.sample, hint: firstStart.sampleHint, form: <CreateForm kind="sample" /> },
  ] as const;
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <h1>{frame.appName}</h1>
        <p className={classes.lead}>{firstStart.lead}</p>
        {notice === null ? null : (
          <p role="status" className={classes.notice}>
            {notice}
          </p>
        )}
        <ul className={classes.ways}>
          {lines.map((line) => (
            <li key={line.id} className={classes.way} data-open={line.id === way}>
              <button
                type="button"
                className={classes.line}
                aria-expanded={line.id === way}
                onClick={() => setChosen(line.id)}
              >
                <span className={classes.title}>{line.title}</span>
                <span className={classes.hint}>{line.hint}</span>
              </button>
              {line.id === way ? line.form : null}
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}

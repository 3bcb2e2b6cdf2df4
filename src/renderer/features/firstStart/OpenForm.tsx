import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import type { KnownBook } from "#shared/contract/casebook.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { usePreferences } from "#renderer/state/preferences.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Form } from "#renderer/ui/Form.tsx";
import { BookList } from "./BookList.tsx";
import classes from "./FirstStart.module.css";

/** The casebooks of this machine, and the passphrase of the one chosen. A wrong one is said beside its field. */
export function OpenForm({ books }: { books: readonly KnownBook[] }) {
  const { firstStart, errors } = useMessages();
  const keptAnalyst = usePreferences((state) => state.analyst);
  const setKeptAnalyst = usePreferences((state) => state.setAnalyst);
  const [chosen, setChosen] = useState(books.find((book) => !book.missing)?.id ?? null);
  const [passphrase, setPassphrase] = useState("");
  const [analyst, setAnalyst] = useState(keptAnalyst);
  const [tried, setTried] = useState(false);
  const open = useCommand(api.casebook.open);
  const passphraseField = useRef<HTMLInputElement>(null);
  const book = books.find(({ id }) => id === chosen);
  if (books.length === 0) return <p className={classes.form}>{firstStart.noBooks}</p>;

  const missingAnalyst = analyst.trim() === "" ? firstStart.required(firstStart.analyst) : null;
  const missingPassphrase = passphrase === "" ? firstStart.required(firstStart.passphrase) : null;
  const submit = async () => {
    setTried(true);
    if (chosen === null || missingAnalyst !== null || missingPassphrase !== null) return;
    setKeptAnalyst(analyst.trim());
    const opened = await open.run({ id: chosen, passphrase, analyst: analyst.trim() });
    if (opened === undefined) passphraseField.current?.select();
  };
  const wrong = open.error?.code === "casebook.wrong-passphrase" ? open.error : null;
  const passphraseError = wrong === null ? (tried ? missingPassphrase : null) : errors[wrong.code](wrong.params);
  return (
    <Form className={classes.form} label={firstStart.open} onSubmit={submit}>
      <BookList books={books} chosen={chosen} onChoose={setChosen} />
      <PasswordInput
        ref={passphraseField}
        label={firstStart.passphrase}
        value={passphrase}
        error={passphraseError}
        autoFocus
        onChange={(event) => {
          setPassphrase(event.target.value);
          setTried(false);
          open.forget();
        }}
      />
      <TextInput
        label={firstStart.analyst}
        description={firstStart.analystHint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={analyst}
        error={tried ? missingAnalyst : null}
        onChange={(event) => setAnalyst(event.target.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={open.pending} disabled={book === undefined}>
          {book === undefined ? firstStart.open : firstStart.unlock(book.name)}
        </Button>
      </div>
      <div className={classes.wide}>
        <ErrorNote error={wrong === null ? open.error : null} />
      </div>
    </Form>
  );
}

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { PASSPHRASE_MIN_LENGTH } from "#shared/contract/casebook.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { usePreferences } from "#renderer/state/preferences.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Form } from "#renderer/ui/Form.tsx";
import classes from "./FirstStart.module.css";
import { passphraseProblem } from "./passphraseProblem.ts";

/** A new casebook, empty or with the sample in it: name, passphrase twice, who works with it. */
export function CreateForm({ kind }: { kind: "new" | "sample" }) {
  const { firstStart, errors } = useMessages();
  const keptAnalyst = usePreferences((state) => state.analyst);
  const setKeptAnalyst = usePreferences((state) => state.setAnalyst);
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [analyst, setAnalyst] = useState(keptAnalyst);
  const [tried, setTried] = useState(false);
  const create = useCommand(api.casebook.create);
  const createSample = useCommand(api.casebook.createSample);
  const command = kind === "new" ? create : createSample;

  const problem = passphraseProblem(passphrase, again, firstStart);
  const missing = {
    name: kind === "new" && name.trim() === "" ? firstStart.required(firstStart.name) : null,
    analyst: analyst.trim() === "" ? firstStart.required(firstStart.analyst) : null,
  };
  const submit = async () => {
    setTried(true);
    if ([problem.first, problem.second, missing.name, missing.analyst].some((text) => text !== null)) return;
    setKeptAnalyst(analyst.trim());
    const common = { passphrase, analyst: analyst.trim() };
    if (kind === "new") await create.run({ ...common, name: name.trim() });
    else await createSample.run(common);
  };
  const shown = (text: string | null) => (tried ? text : null);
  const nameTaken = command.error?.code === "casebook.exists" ? command.error : null;
  const nameError = nameTaken === null ? shown(missing.name) : errors[nameTaken.code](nameTaken.params);
  return (
    <Form className={classes.form} label={kind === "new" ? firstStart.create : firstStart.sample} onSubmit={submit}>
      {kind === "new" ? (
        <TextInput
          className={classes.wide}
          label={firstStart.name}
          placeholder={firstStart.namePlaceholder}
          value={name}
          error={nameError}
          data-autofocus
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
      ) : null}
      <PasswordInput
        label={firstStart.passphrase}
        description={firstStart.passphraseRule(PASSPHRASE_MIN_LENGTH)}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={passphrase}
        error={shown(problem.first)}
        autoFocus={kind === "sample"}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <PasswordInput
        label={firstStart.passphraseAgain}
        value={again}
        error={shown(problem.second)}
        onChange={(event) => setAgain(event.target.value)}
      />
      <TextInput
        label={firstStart.analyst}
        description={firstStart.analystHint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={analyst}
        error={shown(missing.analyst)}
        onChange={(event) => setAnalyst(event.target.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={command.pending}>
          {kind === "new" ? firstStart.create : firstStart.sample}
        </Button>
        {command.pending ? (
          <span role="status">{kind === "new" ? firstStart.creating : firstStart.makingSample}</span>
        ) : null}
        {command.progress === null ? null : (
          <progress className={classes.progress} value={command.progress.done} max={command.progress.total} />
        )}
      </div>
      <div className={classes.wide}>
        <ErrorNote error={nameTaken === null ? command.error : null} />
      </div>
    </Form>
  );
}

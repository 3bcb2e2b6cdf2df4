import { Button, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import type { CaseDetail } from "#shared/contract/cases.ts";
import { CONFIDENCES, LINK_RELATIONS, type Confidence, type LinkRelation } from "#shared/domain/vocabulary.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Form } from "#renderer/ui/Form.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Finder } from "#renderer/ui/Finder.tsx";
import classes from "./AddLinkForm.module.css";
import { useRecordSearch } from "#renderer/data/useRecordSearch.ts";

const NO_CONFIDENCE = "none";

/** A new link: the other case by search, how the two relate in a whole sentence, and why. */
export function AddLinkForm({ detail, onDone }: { detail: CaseDetail; onDone(): void }) {
  const { cases: words, ui, vocabulary } = useMessages();
  const search = useRecordSearch("case", new Set([detail.id]));
  const [other, setOther] = useState<{ id: string; title: string } | null>(null);
  const [relation, setRelation] = useState<LinkRelation>("similar-to");
  const [rationale, setRationale] = useState("");
  const [confidence, setConfidence] = useState<Confidence | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const create = useCommand(api.links.create);

  const submit = async () => {
    if (other === null) return setProblem(words.links.otherMissing);
    if (rationale.trim() === "") return setProblem(words.links.rationaleMissing);
    setProblem(null);
    const link = { fromId: detail.id, toId: other.id, relation, rationale: rationale.trim(), confidence };
    if ((await create.run(link)) !== undefined) onDone();
  };
  return (
    <Form className={classes.form} label={words.links.add} onSubmit={() => void submit()}>
      {other === null ? (
        <Finder
          label={words.links.other}
          placeholder={words.links.placeholder}
          text={search.text}
          onText={search.setText}
          options={search.options}
          settling={search.settling}
          nothing={words.links.nothing}
          onPick={setOther}
          autoFocus
        />
      ) : (
        <p className={classes.other}>
          {other.title}
          <button type="button" className="link-button" onClick={() => setOther(null)}>
            {ui.edit}
          </button>
        </p>
      )}
      {other === null ? null : (
        <>
          <Select
            label={words.links.relation}
            autoFocus
            value={relation}
            data={LINK_RELATIONS.map((value) => ({ value: value as string, label: vocabulary.relation[value] }))}
            onChange={(value) => setRelation((value ?? relation) as LinkRelation)}
          />
          <p className={classes.sentence}>{words.links.sentence[relation](other.title)}</p>
          <Textarea
            label={words.links.rationale}
            description={words.links.rationaleHint}
            autosize
            minRows={2}
            maxRows={8}
            value={rationale}
            onChange={(event) => setRationale(event.currentTarget.value)}
          />
          <Select
            label={words.links.confidence}
            value={confidence ?? NO_CONFIDENCE}
            data={[
              { value: NO_CONFIDENCE, label: words.links.noConfidence },
              ...CONFIDENCES.map((value) => ({ value: value as string, label: vocabulary.confidence[value] })),
            ]}
            onChange={(value) => setConfidence(value === NO_CONFIDENCE ? null : (value as Confidence))}
          />
        </>
      )}
      {problem === null ? null : (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <ErrorNote error={create.error} />
      <div className={classes.actions}>
        <Button onClick={onDone}>{ui.cancel}</Button>
        <Button type="submit" variant="filled" loading={create.pending} disabled={other === null}>
          {words.links.save}
        </Button>
      </div>
    </Form>
  );
}

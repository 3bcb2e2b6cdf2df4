import type { Editor } from "@tiptap/react";
import { useMemo, useState } from "react";
import type { Desk } from "#shared/contract/sanitising.ts";
import { useCitable } from "#renderer/data/useCaseTexts.ts";
import { draftKeyOf, useDesk, useTextSaver } from "#renderer/data/useDesk.ts";
import { leavingAttribute } from "#renderer/gate/readCopy.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Markings } from "#renderer/ui/editor/markings.ts";
import { NarrativeEditor } from "#renderer/ui/editor/NarrativeEditor.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { useLiveMarks } from "./useLiveMarks.ts";
import { useTextPictures } from "./useTextPictures.ts";

const EXTENSIONS = [Markings];

export type WriteupTextProps = {
  writeupId: string;
  label: string;
  hint: string;
  onHeading?(heading: string): void;
};

/** The words of a write-up, to be written where they are printed; what would tell is marked as on its desk. */
export function WriteupText({ writeupId, ...shown }: WriteupTextProps) {
  const text = useMemo(() => ({ kind: "writeup", id: writeupId }) as const, [writeupId]);
  const { ui } = useMessages();
  const { data, error } = useDesk(text);
  if (data === undefined) {
    return error === null ? <SkeletonLines count={6} label={ui.loading} /> : <ErrorNote error={error} />;
  }
  return <OpenText text={text} desk={data} {...shown} />;
}

type OpenTextProps = Omit<WriteupTextProps, "writeupId"> & { text: { kind: "writeup"; id: string }; desk: Desk };

function OpenText({ text, desk, label, hint, onHeading }: OpenTextProps) {
  const [editor, setEditor] = useState<Editor | null>(null);
  const pictures = useTextPictures(text);
  const references = useCitable();
  const save = useTextSaver(text);
  useLiveMarks(editor, text, desk);
  return (
    <div {...leavingAttribute(text)}>
      <NarrativeEditor
        draftKey={draftKeyOf(text)}
        label={label}
        hint={hint}
        markdown={desk.body}
        save={(body) => save({ body })}
        pictures={pictures}
        references={references}
        extensions={EXTENSIONS}
        onEditor={setEditor}
        {...(onHeading === undefined ? {} : { onHeading })}
      />
    </div>
  );
}

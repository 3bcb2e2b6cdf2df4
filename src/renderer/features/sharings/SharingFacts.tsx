import type { SharingDetail } from "#shared/contract/sharings.ts";
import { PAP_LABELS, Pap } from "#shared/domain/consent.ts";
import { readTlp, TLP_LABELS } from "#shared/domain/tlp.ts";
import { ORIGINS } from "#shared/domain/vocabulary.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DefinitionGrid } from "#renderer/ui/DefinitionGrid.tsx";
import { EditableChoice } from "#renderer/ui/EditableChoice.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { RecordLinks } from "#renderer/ui/RecordLinks.tsx";
import { TlpLabel } from "#renderer/ui/TlpLabel.tsx";
import { LabelChooser } from "./LabelChooser.tsx";

/** The facts of a sharing, each changed where it stands. */
export function SharingFacts({ detail }: { detail: SharingDetail }) {
  const { sharings, vocabulary, format, ui } = useMessages();
  const { facts } = sharings;
  const update = useCommand(api.sharings.update);
  const save = (fields: Parameters<typeof update.run>[0]["fields"]) => void update.run({ id: detail.id, fields });
  const isOver = detail.state === "withdrawn";
  const open = (id: string) => goToRecord("sharing", id);
  return (
    <>
      <ErrorNote error={update.error} />
      <DefinitionGrid
        facts={[
          {
            id: "tlp",
            term: facts.tlp,
            value: isOver ? (
              <TlpLabel tlp={detail.tlp} />
            ) : (
              <LabelChooser
                label={facts.tlp}
                value={readTlp(detail.tlp) ?? null}
                shown={<TlpLabel tlp={detail.tlp} />}
                options={TLP_LABELS.map((value) => ({
                  value,
                  shown: <TlpLabel tlp={value} />,
                  meaning: sharings.tlpMeaning[value],
                }))}
                onChoose={(tlp) => save({ tlp })}
              />
            ),
          },
          {
            id: "pap",
            term: facts.pap,
            value: isOver ? (
              (detail.pap ?? sharings.noPap)
            ) : (
              <LabelChooser
                label={facts.pap}
                value={PAP_LABELS.find((label) => label === detail.pap) ?? "none"}
                shown={detail.pap ?? sharings.noPap}
                options={[
                  ...PAP_LABELS.map((value) => ({ value, shown: value, meaning: sharings.papMeaning[value] })),
                  { value: "none" as const, shown: sharings.noPap, meaning: "" },
                ]}
                onChoose={(pap) => save({ pap: pap === "none" ? null : Pap.parse(pap) })}
              />
            ),
          },
          {
            id: "origin",
            term: facts.origin,
            value: isOver ? (
              vocabulary.origin[detail.origin]
            ) : (
              <EditableChoice
                label={facts.origin}
                value={detail.origin}
                shown={vocabulary.origin[detail.origin]}
                options={ORIGINS.map((value) => ({ value, label: vocabulary.origin[value] }))}
                onChoose={(origin) => origin !== null && save({ origin })}
              />
            ),
          },
          {
            id: "sharedAt",
            term: facts.sharedAt,
            value: detail.sharedAt === null ? sharings.notYet : <Figures>{format.moment(detail.sharedAt)}</Figures>,
          },
          { id: "number", term: facts.number, value: detail.number },
          { id: "author", term: facts.author, value: detail.author },
          {
            id: "follows",
            term: facts.follows,
            wide: true,
            value:
              detail.follows === null ? null : <RecordLinks records={[detail.follows]} none={ui.none} onOpen={open} />,
          },
          {
            id: "followedBy",
            term: facts.followedBy,
            wide: true,
            value:
              detail.followedBy.length === 0 ? null : (
                <RecordLinks records={detail.followedBy} none={ui.none} onOpen={open} />
              ),
          },
          { id: "withdrawnReason", term: facts.withdrawnReason, wide: true, value: detail.withdrawnReason },
        ]}
      />
    </>
  );
}

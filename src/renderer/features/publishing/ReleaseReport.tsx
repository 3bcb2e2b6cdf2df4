import { Button } from "@mantine/core";
import type { GateVerdict } from "#shared/contract/gate.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { flushDrafts } from "#renderer/ui/editor/textDrafts.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./ExportReport.module.css";

/** A second person's word that this report may be published: asked for once nothing else is missing. */
export function ReleaseReport({ quarter, verdict }: { quarter: Quarter; verdict: GateVerdict | undefined }) {
  const { publishing: words } = useMessages();
  const release = useCommand(api.gate.releaseReport);
  const say = useNotices((state) => state.say);
  const unmet = (verdict?.conditions ?? []).filter(({ met }) => !met);
  const isAsked = unmet.length === 1 && unmet[0]?.code === "second-person";
  const give = async () => {
    await flushDrafts();
    if ((await release.run({ quarter })) !== undefined) say({ tone: "done", text: words.released });
  };
  useCommands([
    {
      id: "publishing.release",
      title: words.release,
      reading: words.releaseReading,
      group: words.pages,
      when: isAsked,
      run: () => void give(),
    },
  ]);
  return (
    <>
      {isAsked ? (
        <Button loading={release.pending} title={words.releaseHint} onClick={() => void give()}>
          {words.release}
        </Button>
      ) : null}
      {release.error === null ? null : (
        <div className={classes.result} role="status">
          <ErrorNote error={release.error}>
            <button type="button" className="link-button" onClick={release.forget}>
              {words.dismiss}
            </button>
          </ErrorNote>
        </div>
      )}
    </>
  );
}

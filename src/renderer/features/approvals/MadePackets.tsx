import { Button } from "@mantine/core";
import { useState } from "react";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./ApprovalDialogs.module.css";

type MadeFile = { artifactId: string; fileName: string };
export type MadePacket = { key: string; name: string; packet: MadeFile; mail: MadeFile };

/** The packets and mail drafts just made, each to be put where the analyst wants it. */
export function MadePackets({ made, onClose }: { made: readonly MadePacket[]; onClose(): void }) {
  const { approvals } = useMessages();
  const words = approvals.askDialog;
  const saveCopy = useCommand(api.shell.saveCopy);
  const [places, setPlaces] = useState<ReadonlyMap<string, string>>(new Map());
  const files = made.flatMap(({ packet, mail }) => [packet, mail]);
  const save = async (wanted: readonly MadeFile[]) => {
    let saved = places;
    for (const { artifactId, fileName } of wanted) {
      const copy = await saveCopy.run({ artifactId, fileName });
      if (copy === undefined || copy === null) return;
      saved = new Map(saved).set(artifactId, copy.savedAs);
      setPlaces(saved);
    }
  };
  const open = files.filter(({ artifactId }) => !places.has(artifactId));
  return (
    <div className={classes.form}>
      <p className={classes.detail}>{words.doneDetail}</p>
      <ul className={classes.made}>
        {made.map(({ key, name, packet, mail }) => (
          <li key={key} aria-label={words.made(name)}>
            <b>{name}</b>
            {[
              { file: packet, label: words.packet },
              { file: mail, label: words.mail },
            ].map(({ file, label }) => (
              <p key={file.artifactId} className={classes.file}>
                <button type="button" className="link-button" onClick={() => void save([file])}>
                  {label}
                </button>
                <span className={classes.seen}>
                  {places.has(file.artifactId) ? words.savedAs(places.get(file.artifactId) ?? "") : file.fileName}
                </span>
              </p>
            ))}
          </li>
        ))}
      </ul>
      <ErrorNote error={saveCopy.error} />
      <div className={classes.actions}>
        <Button
          key={open.length === 0 ? "last" : "early"}
          onClick={onClose}
          {...(open.length === 0 ? { variant: "filled" as const, autoFocus: true } : {})}
        >
          {words.finish}
        </Button>
        {open.length === 0 ? null : (
          <Button variant="filled" loading={saveCopy.pending} autoFocus onClick={() => void save(open)}>
            {words.saveAll}
          </Button>
        )}
      </div>
    </div>
  );
}

import { Modal } from "@mantine/core";
import { create } from "zustand";
import type { ExitRecord } from "#shared/contract/gate.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import classes from "./ExitsDialog.module.css";

const useExitsDialog = create<{ isOpen: boolean; show(isOpen: boolean): void }>()((set) => ({
  isOpen: false,
  show: (isOpen) => set({ isOpen }),
}));

/** The newest of them; nobody reads further back in a window. */
const MOST_SHOWN = 200;

/** 外に出したもの: the ledger of all that left, in whose name, and where to. */
export function ExitsDialog() {
  const { gate, ui } = useMessages();
  const { isOpen, show } = useExitsDialog();
  useCommands([{ id: "gate.exits", title: gate.exits.title, reading: gate.exits.reading, run: () => show(true) }]);
  return (
    <Modal
      opened={isOpen}
      onClose={() => show(false)}
      title={gate.exits.title}
      size={960}
      closeButtonProps={{ "aria-label": ui.close }}
    >
      {isOpen ? <ExitRows /> : null}
    </Modal>
  );
}

function ExitRows() {
  const { gate, ui, format } = useMessages();
  const { data, error } = useRead(api.gate.exits, { limit: MOST_SHOWN });
  const words = gate.exits;
  if (error !== null) return <ErrorNote error={error} />;
  if (data === undefined) return <SkeletonLines count={6} label={ui.loading} />;
  if (data.total === 0) return <EmptyState title={words.none} detail={words.noneDetail} />;
  const nameOf = ({ fileName, title }: ExitRecord) => (fileName === "" ? title : fileName);
  return (
    <div className={classes.rows}>
      <RowTable
        label={words.title}
        rows={data.rows}
        keyOf={({ id }) => id}
        columns={[
          { id: "at", title: words.at, cell: ({ at }) => format.moment(at) },
          { id: "by", title: words.by, cell: ({ by }) => by },
          {
            id: "format",
            title: words.format,
            cell: ({ format: kind }) => (
              <span className={classes.kind} data-unsanitised={kind === "unsanitised"}>
                {gate.formats[kind]}
              </span>
            ),
          },
          {
            id: "destination",
            title: words.destination,
            // A passage, or what no gate looked at, went wherever it was pasted.
            cell: ({ destination, fileName, format: kind }) =>
              fileName === "" || kind === "unsanitised" ? words.anywhere : gate.destinations[destination],
          },
          { id: "what", title: words.what, grows: true, cell: nameOf },
          {
            id: "sha256",
            title: words.sha256,
            cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 8)}</code>,
          },
        ]}
      />
      {data.total > data.rows.length ? (
        <p className={classes.more}>{words.more(data.total - data.rows.length)}</p>
      ) : null}
    </div>
  );
}

import { Modal } from "@mantine/core";
import { availableCommands, useRegistry, type Command } from "#renderer/commands/registry.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import { useFrameDialogs } from "./frameDialogs.ts";
import classes from "./KeysDialog.module.css";

/** Commands with keys, under their headings; those of the place come before those of everywhere. */
function groupByHeading(commands: readonly Command[], everywhere: string): [string, Command[]][] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    if (command.shortcut === undefined) continue;
    const heading = command.group ?? everywhere;
    groups.set(heading, [...(groups.get(heading) ?? []), command]);
  }
  return [...groups].sort(([a], [b]) => Number(a === everywhere) - Number(b === everywhere));
}

/** `?`: the keys that work in this place now. */
export function KeysDialog() {
  const { frame, ui } = useMessages();
  const opened = useFrameDialogs((state) => state.opened === "keys");
  const close = useFrameDialogs((state) => state.close);
  const owners = useRegistry((state) => state.owners);
  const groups = opened ? groupByHeading(availableCommands(owners), frame.keys.everywhere) : [];
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={frame.keys.title}
      size={720}
      closeButtonProps={{ "aria-label": ui.close }}
    >
      <div className={classes.groups}>
        {groups.map(([heading, commands]) => (
          <section key={heading}>
            <h3 className={classes.heading}>{heading}</h3>
            <dl className={classes.list}>
              {commands.map((command) => (
                <div key={command.id} className={classes.line}>
                  <dt>{command.title}</dt>
                  <dd>
                    <KeyHint keys={command.shortcut ?? ""} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

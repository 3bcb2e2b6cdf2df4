import { Button } from "@mantine/core";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { SHARINGS_VIEWS, useSharingsView, type SharingsViewName } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import classes from "./ViewBar.module.css";

const KEYS: Record<SharingsViewName, string> = { list: "L", board: "B", waiting: "W", silence: "S", unshared: "U" };

/** 一覧 · ボード · 承認待ち · 沈黙 · 未共有の情報提供, each by its key; at the end 新しい共有. */
export function ViewBar({ onCreate }: { onCreate(): void }) {
  const { sharings: words, frame } = useMessages();
  const view = useSharingsView((state) => state.view);
  const show = useSharingsView((state) => state.show);
  const { data: waiting } = useRead(api.approvals.waiting, {});
  const overdue = (waiting ?? []).some(({ overdueDays }) => overdueDays !== null && overdueDays > 0);
  useCommands([
    ...SHARINGS_VIEWS.map((name) => ({
      id: `sharings.view.${name}`,
      title: words.viewCommands[name],
      reading: words.viewReadings[name],
      shortcut: KEYS[name],
      group: frame.places.sharings,
      run: () => show(name),
    })),
    {
      id: "sharings.create",
      title: words.create.command,
      reading: words.create.reading,
      shortcut: "N",
      group: frame.places.sharings,
      run: onCreate,
    },
  ]);
  return (
    <div className={classes.bar}>
      <div role="group" aria-label={words.views.label} className={classes.views}>
        {SHARINGS_VIEWS.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.view}
            aria-pressed={name === view}
            title={words.viewCommands[name]}
            onClick={() => show(name)}
          >
            {words.views[name]}
            {name === "waiting" && waiting !== undefined && waiting.length > 0 ? (
              <span className={classes.count} data-overdue={overdue}>
                {waiting.length}
              </span>
            ) : null}
            <KeyHint keys={KEYS[name]} />
          </button>
        ))}
      </div>
      <Button className={classes.create} onClick={onCreate} title={words.create.command}>
        {words.create.command}
      </Button>
    </div>
  );
}

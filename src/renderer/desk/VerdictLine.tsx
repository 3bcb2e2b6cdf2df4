import { Menu } from "@mantine/core";
import type { GateCondition } from "#shared/contract/gate.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import classes from "./VerdictLine.module.css";

/** Where a text of this kind is bound for in the end. */
export const purposeOf = ({ kind }: TextRef) => (kind === "writeup" ? "publish" : "share");

/** Whether the text may go where it is bound for. */
export function useVerdict(text: TextRef) {
  return useRead(api.gate.verdict, { text, destination: purposeOf(text) }, { keepPrevious: true });
}

/** 公開できる, or what still stands in its way, in one line. */
export function VerdictLine({ text }: { text: TextRef }) {
  const { sanitising: words, gate } = useMessages();
  const { data, error } = useVerdict(text);
  if (error !== null) return <ErrorNote error={error} />;
  if (data === undefined) return <span className={classes.soft}>{words.verdict.awaited}</span>;
  if (data.open) {
    return (
      <StatusMark shape="check" tone="good">
        <b>{gate.open[purposeOf(text)]}</b>
      </StatusMark>
    );
  }
  const unmet = data.conditions.filter(({ met }) => !met);
  const wouldLeak = unmet.some(({ code }) => code === "no-must-finding");
  const sentenceOf = ({ code, params }: GateCondition) => gate.conditions[code].unmet(params);
  return (
    <div className={classes.line} role="status">
      <StatusMark shape="triangle" tone={wouldLeak ? "danger" : "wait"}>
        <b>{gate.closed[purposeOf(text)]}</b>
      </StatusMark>
      <span className={classes.sentences}>
        {unmet.map((condition, index) => (
          <span key={index} className={classes.sentence} title={sentenceOf(condition)}>
            {sentenceOf(condition)}
          </span>
        ))}
      </span>
      {unmet.length === 0 ? null : (
        <Menu>
          <Menu.Target>
            <button type="button" className={`link-button ${classes.all}`}>
              {words.verdict.all}
            </button>
          </Menu.Target>
          <Menu.Dropdown className={classes.list}>
            {unmet.map((condition, index) => (
              <Menu.Label key={index}>{sentenceOf(condition)}</Menu.Label>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

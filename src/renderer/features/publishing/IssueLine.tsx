import { Menu } from "@mantine/core";
import type { z } from "zod";
import type { GateCondition, GateVerdict } from "#shared/contract/gate.ts";
import type { PublishingIssue } from "#shared/contract/publishing.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import classes from "./IssueLine.module.css";
import { useReportDesk } from "./reportDesk.ts";

type Issue = z.infer<typeof PublishingIssue>;

const SHOWN = 2;

/** Where an issue can be mended: in a chapter's text, among the report's own words, else among the quarter's figures. */
function useMending(): (issue: Issue) => void {
  const open = useReportDesk((state) => state.open);
  const go = useWorkplace((state) => state.go);
  const showWords = useReportDesk((state) => state.showWords);
  return ({ code, caseId }) => {
    if (code === "words-telling" || code === "words-to-check") return showWords(true);
    if (caseId !== null) return open(caseId);
    if (code === "undetermined-open" || code === "not-frozen" || code === "conflict") go("quarters");
  };
}

/** Told by an issue of its own already, with the way to mend it. */
const TOLD_BY_ISSUES = new Set<GateCondition["code"]>(["no-must-finding", "no-review-finding"]);

type Line = { text: string; mend(): void };

/** What still stands in the way: first what the texts themselves want, then what the gate asks for. */
function useLines(issues: readonly Issue[], verdict: GateVerdict | undefined): Line[] {
  const { publishing: words, gate } = useMessages();
  const mend = useMending();
  const go = useWorkplace((state) => state.go);
  const wayOf: Partial<Record<GateCondition["code"], () => void>> = {
    "chapters-ready": () => go("writeups"),
    "quarter-ready": () => go("quarters"),
  };
  const unmet = (verdict?.conditions ?? []).filter(({ code, met }) => !met && !TOLD_BY_ISSUES.has(code));
  return [
    ...issues.map((issue) => ({ text: words.issues.text[issue.code](issue.params), mend: () => mend(issue) })),
    ...unmet.map(({ code, params }) => ({
      text: gate.conditions[code].unmet(params),
      mend: wayOf[code] ?? (() => undefined),
    })),
  ];
}

type IssueLineProps = { issues: readonly Issue[] | undefined; verdict: GateVerdict | undefined };

/** 公開できる／できない, and why, in one line, each with the way to where it is mended. */
export function IssueLine({ issues, verdict }: IssueLineProps) {
  const { publishing: words, gate } = useMessages();
  const lines = useLines(issues ?? [], verdict);
  if (issues === undefined || verdict === undefined) return <span />;
  const wouldLeak = issues.some(({ code }) => code === "provider-named" || code === "words-telling");
  return (
    <div className={classes.line} role="status">
      {verdict.open ? (
        <StatusMark shape="check" tone="good">
          <b>{gate.open.publish}</b>
        </StatusMark>
      ) : (
        <StatusMark shape="triangle" tone={wouldLeak ? "danger" : "wait"}>
          <b>{gate.closed.publish}</b>
        </StatusMark>
      )}
      {lines.slice(0, SHOWN).map(({ text, mend }, index) => (
        <button key={index} type="button" className="link-button" title={text} onClick={mend}>
          {text}
        </button>
      ))}
      {lines.length <= SHOWN ? null : (
        <Menu>
          <Menu.Target>
            <button type="button" className="link-button">
              {words.issues.all(lines.length)}
            </button>
          </Menu.Target>
          <Menu.Dropdown className={classes.all}>
            {lines.map(({ text, mend }, index) => (
              <Menu.Item key={index} onClick={mend}>
                {text}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

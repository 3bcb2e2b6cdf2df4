import { Menu } from "@mantine/core";
import type { z } from "zod";
import type { PublishingIssue } from "#shared/contract/publishing.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import classes from "./IssueLine.module.css";
import { useReportDesk } from "./reportDesk.ts";

type Issue = z.infer<typeof PublishingIssue>;

const SHOWN = 2;

/** Where an issue can be mended: in a chapter's text, else among the quarter's figures. */
function useMending(): (issue: Issue) => void {
  const open = useReportDesk((state) => state.open);
  const go = useWorkplace((state) => state.go);
  return ({ code, caseId }) => {
    if (caseId !== null) return open(caseId);
    if (code === "undetermined-open" || code === "not-frozen" || code === "conflict") go("quarters");
  };
}

/** What still blocks publication, in one line, each with the way to where it is mended. */
export function IssueLine({ issues }: { issues: readonly Issue[] | undefined }) {
  const { publishing: words } = useMessages();
  const mend = useMending();
  if (issues === undefined) return <span />;
  if (issues.length === 0) {
    return (
      <StatusMark shape="check" tone="good">
        {words.issues.none}
      </StatusMark>
    );
  }
  const textOf = ({ code, params }: Issue) => words.issues.text[code](params);
  const worst = issues.some(({ code }) => code === "provider-named");
  return (
    <div className={classes.line} role="status">
      <StatusMark shape="triangle" tone={worst ? "danger" : "wait"}>
        {words.issues.some(issues.length)}
      </StatusMark>
      {issues.slice(0, SHOWN).map((issue, index) => (
        <button key={index} type="button" className="link-button" onClick={() => mend(issue)}>
          {textOf(issue)}
        </button>
      ))}
      {issues.length <= SHOWN ? null : (
        <Menu>
          <Menu.Target>
            <button type="button" className="link-button">
              {words.issues.all}
            </button>
          </Menu.Target>
          <Menu.Dropdown className={classes.all}>
            {issues.map((issue, index) => (
              <Menu.Item key={index} onClick={() => mend(issue)}>
                {textOf(issue)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

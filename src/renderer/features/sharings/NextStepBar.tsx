import { Button, Menu } from "@mantine/core";
import type { SharingDetail } from "#shared/contract/sharings.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./NextStepBar.module.css";
import { SharingStateMark } from "./SharingStateMark.tsx";
import { useNextStep } from "./useNextStep.tsx";

/** Where a sharing stands, the one thing to do next as the primary action, what is in its way, and what else can be done. */
export function NextStepBar({ detail }: { detail: SharingDetail }) {
  const { sharings: words, gate } = useMessages();
  const step = useNextStep(detail);
  const open = [
    ...step.unmet.map(({ code, params }) => gate.conditions[code].unmet(params)),
    ...(step.needsRecipients ? [words.audience.nobody] : []),
  ];
  return (
    <div role="group" aria-label={words.next.label} className={classes.bar}>
      <div className={classes.line}>
        <span className={classes.state}>
          <SharingStateMark state={detail.state} column={detail.column} />
        </span>
        {step.primary === null ? null : (
          <Button
            className={classes.primary}
            variant="filled"
            loading={step.pending}
            disabled={step.primary.disabled === true}
            onClick={step.primary.run}
          >
            {step.primary.label}
          </Button>
        )}
        {step.others.length === 0 ? null : (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button className={classes.primary} aria-label={words.next.more}>
                {words.next.more}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {step.others.map(({ id, label, danger, run }) => (
                <Menu.Item key={id} {...(danger === true ? { color: "red" } : {})} onClick={run}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <p className={classes.hint}>{step.hint}</p>
      {open.length === 0 ? null : (
        <div className={classes.blocked}>
          <p>{words.next.blocked}</p>
          <ul>
            {open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <ErrorNote error={step.error} />
      {step.dialog}
    </div>
  );
}

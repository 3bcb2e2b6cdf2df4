import { useState, type ReactNode } from "react";
import type { SharingDetail } from "#shared/contract/sharings.ts";
import type { AppError } from "#shared/errors.ts";
import type { GateCondition } from "#shared/contract/gate.ts";
import type { Command } from "#renderer/commands/registry.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useApprovalDesk } from "#renderer/state/approvalDesk.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useOpenBook } from "#renderer/state/openBook.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { AddSightingDialog } from "./AddSightingDialog.tsx";
import { IssueDialog } from "./IssueDialog.tsx";
import { nextStepOf, type NextAction, type NextStep } from "./nextStep.ts";
import { reachesNobody } from "./reachesNobody.ts";
import { useSaveCopy } from "./useSaveCopy.ts";
import { WithdrawDialog } from "./WithdrawDialog.tsx";

type Choice = { id: string; label: string; reading?: string; danger?: boolean; disabled?: boolean; run(): void };

export type ShownStep = {
  hint: string;
  primary: Choice | null;
  others: readonly Choice[];
  unmet: readonly GateCondition[];
  /** It could go out but for nobody to get it. */
  needsRecipients: boolean;
  pending: boolean;
  error: AppError | null;
  dialog: ReactNode;
};

const NEAR_SHARING: readonly NextAction[] = ["release", "wait", "share"];

/** The next step of a sharing with all that can be done, as buttons, commands and the dialogs they open. */
export function useNextStep(detail: SharingDetail): ShownStep {
  const { approvals, format, frame, sharings: words } = useMessages();
  const { analyst } = useOpenBook();
  const text = { kind: "sharing", id: detail.id } as const;
  const isLeaving = detail.state !== "withdrawn" && (detail.state !== "shared" || detail.changedSinceIssue);
  const share = useRead(api.gate.verdict, isLeaving ? { text, destination: "share" } : null);
  const parties = useRead(api.approvals.ofText, { text });
  const step = nextStepOf({ detail, parties: parties.data ?? [], share: share.data, analyst });
  const actions = useSharingActions(detail);
  const primary = primaryOf(step, actions.choices, detail);
  const others = othersOf(detail, step.action, actions.choices);
  const offered = [
    ...(primary === null ? [] : [{ ...primary, shortcut: "G", when: primary.disabled !== true }]),
    ...others,
  ];
  const openDesk = useSharingsView((state) => state.openDesk);
  useCommands([
    {
      id: "sharings.openDesk",
      title: words.openDesk,
      reading: words.openDeskReading,
      shortcut: "E",
      group: frame.places.sharings,
      when: detail.state !== "withdrawn",
      run: () => openDesk(detail.id),
    },
    ...offered.map(({ danger: _danger, disabled: _disabled, id, label, ...rest }: Choice & Partial<Command>) => ({
      ...rest,
      id: `sharings.${id}`,
      title: label,
      group: frame.places.sharings,
    })),
  ]);
  const isKnown = parties.data !== undefined && (!isLeaving || share.data !== undefined);
  const changed = detail.changedSinceIssue
    ? words.next.correcting(format.list(detail.partsChanged.map((part) => approvals.parts[part])))
    : "";
  const hasFailed = share.error !== null || parties.error !== null;
  return {
    hint: isKnown ? changed + hintOf(step, detail, words.next) : hasFailed ? "" : words.next.checking,
    primary: isKnown ? primary : null,
    others,
    unmet: isKnown && step.action !== "sanitise" ? step.unmet : [],
    needsRecipients: isKnown && reachesNobody(detail.audience) && NEAR_SHARING.includes(step.action),
    pending: actions.pending,
    error: share.error ?? parties.error ?? actions.error,
    dialog: actions.dialog,
  };
}

type Choices = Record<
  Exclude<NextAction, "wait" | "waitForNotice"> | "correct" | "withdraw" | "reword" | "back",
  Choice
>;

function useSharingActions(detail: SharingDetail) {
  const { approvals, sharings } = useMessages();
  const words = sharings.next;
  const { id } = detail;
  const text = { kind: "sharing", id } as const;
  const openDesk = useSharingsView((state) => state.openDesk);
  const openApproval = useApprovalDesk((state) => state.open);
  const select = useWorkplace((state) => state.select);
  const [dialog, setDialog] = useState<"issue" | "withdraw" | "reword" | "sighting" | null>(null);
  const advance = useCommand(api.sharings.advance);
  const release = useCommand(api.gate.release);
  const followUp = useCommand(api.sharings.followUp);
  const update = useCommand(api.sharings.update);
  const notice = useCommand(api.sharings.giveNotice);
  const say = useNotices((state) => state.say);
  const { save, error: saveError } = useSaveCopy();
  const runNotice = async () => {
    const made = await notice.run({ id });
    if (made === undefined) return;
    say({
      tone: "done",
      text: words.noticeMade,
      action: { label: sharings.issueDialog.save, run: () => void save(made) },
    });
  };
  const clearList = () => {
    const telling = detail.indicators.filter(({ withheld, tells }) => withheld || tells);
    void update.run({ id, fields: { withheld: telling.map(({ kind, value }) => `${kind} ${value}`) } });
  };
  const runFollowUp = async () => {
    const made = await followUp.run({ id });
    if (made !== undefined) select(made.id);
  };
  const choices: Choices = {
    sanitise: { id: "sanitise", label: words.sanitise, run: () => openDesk(id) },
    clearList: { id: "clearList", label: words.clearList, run: clearList },
    giveNotice: { id: "giveNotice", label: words.giveNotice, run: () => void runNotice() },
    reword: { id: "reword", label: words.reword, run: () => setDialog("reword") },
    markSanitised: {
      id: "markSanitised",
      label: words.markSanitised,
      run: () => void advance.run({ id, to: "sanitised" }),
    },
    ask: {
      id: "ask",
      label: approvals.ask,
      reading: approvals.askReading,
      run: () => openApproval({ text, mode: "ask" }),
    },
    record: {
      id: "record",
      label: approvals.record,
      reading: approvals.recordReading,
      run: () => openApproval({ text, mode: "record" }),
    },
    markApproved: {
      id: "markApproved",
      label: words.markApproved,
      run: () => void advance.run({ id, to: "approved" }),
    },
    release: {
      id: "release",
      label: words.release,
      run: () => void release.run({ text, purpose: "share", sha256: detail.sha256 }),
    },
    share: {
      id: "share",
      label: detail.version > 0 ? words.shareAgain : words.share,
      run: () => setDialog("issue"),
    },
    sighting: { id: "sighting", label: words.sighting, run: () => setDialog("sighting") },
    followUp: { id: "followUp", label: words.followUp, run: () => void runFollowUp() },
    correct: { id: "correct", label: words.correct, run: () => openDesk(id) },
    withdraw: { id: "withdraw", label: words.withdraw, danger: true, run: () => setDialog("withdraw") },
    back: { id: "back", label: words.back, run: () => void advance.run({ id, to: "draft" }) },
  };
  const close = () => setDialog(null);
  return {
    choices,
    pending: [advance, release, followUp, update, notice].some(({ pending }) => pending),
    error: advance.error ?? release.error ?? followUp.error ?? update.error ?? notice.error ?? saveError,
    dialog:
      dialog === "issue" ? (
        <IssueDialog sharingId={id} onClose={close} />
      ) : dialog === "withdraw" ? (
        <WithdrawDialog detail={detail} onClose={close} />
      ) : dialog === "reword" ? (
        <WithdrawDialog detail={detail} reword onClose={close} />
      ) : dialog === "sighting" ? (
        <AddSightingDialog sharingId={id} title={detail.title} onClose={close} />
      ) : null,
  };
}

function primaryOf(step: NextStep, choices: Choices, { audience }: SharingDetail): Choice | null {
  if (step.action === "wait" || step.action === "waitForNotice") return null;
  const choice = choices[step.action];
  const isBlocked = step.action === "share" && (step.unmet.length > 0 || reachesNobody(audience));
  return isBlocked ? { ...choice, disabled: true } : choice;
}

/** What else can be done, by where the sharing stands; the primary action is not said twice. */
function othersOf(detail: SharingDetail, action: NextAction, choices: Choices): Choice[] {
  const isGiven = detail.version > 0 || detail.state === "shared";
  const byState: Record<SharingDetail["state"], readonly (keyof Choices)[]> = {
    draft: ["sanitise"],
    sanitised: ["ask", "record", "back"],
    "awaiting-approval": ["record", "ask", "back"],
    approved: ["record", "ask", "back"],
    shared: ["correct", "record", "ask"],
    withdrawn: [],
  };
  const afterwards: readonly (keyof Choices)[] = isGiven ? ["sighting", "followUp"] : [];
  const afterWithdrawal = detail.isNoticeDue ? (["reword", "followUp"] as const) : [];
  const wanted =
    detail.state === "withdrawn" ? afterWithdrawal : [...byState[detail.state], ...afterwards, "withdraw" as const];
  return [...new Set(wanted)].filter((name) => name !== action).map((name) => choices[name]);
}

type NextWords = ReturnType<typeof useMessages>["sharings"]["next"];

function hintOf(step: NextStep, detail: SharingDetail, words: NextWords): string {
  const author = detail.author ?? "";
  const { must, review } = step.findings;
  const withdrawal = detail.issues.at(-1);
  const hints: Record<NextAction, () => string> = {
    sanitise: () =>
      step.declined > 0
        ? words.declinedHint
        : must + review > 0
          ? words.findingsOpen(must, review)
          : words.sanitiseHint,
    markSanitised: () => words.markSanitisedHint,
    ask: () => words.askHint(step.unasked),
    record: () => words.waitHint(step.waiting),
    markApproved: () => (step.providers === 0 ? words.nobodyHint : words.approvedHint),
    release: () => words.releaseHint(author),
    wait: () => words.releaseByOther(author),
    share: () => words.shareHint(detail.audience.reached, detail.audience.frameworks.length),
    sighting: () => words.sharedHint,
    followUp: () => words.withdrawnHint,
    clearList: () => words.clearListHint,
    giveNotice: () => words.giveNoticeHint(withdrawal?.by ?? "", withdrawal?.deliveries.length ?? 0),
    waitForNotice: () => words.noticeByOther(withdrawal?.by ?? "", withdrawal?.deliveries.length ?? 0),
  };
  return hints[step.action]();
}

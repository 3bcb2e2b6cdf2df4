import { describe, expect, it } from "vitest";
import type { ConsentState, PartyConsents } from "#shared/contract/approvals.ts";
import type { GateCondition, GateVerdict } from "#shared/contract/gate.ts";
import type { SharingDetail, SharingIssue } from "#shared/contract/sharings.ts";
import { nextStepOf } from "./nextStep.ts";

const ID = "0190b4a0-0000-7000-8000-000000000001";

function partyThat(state: ConsentState): PartyConsents {
  const consent = {
    purpose: "share" as const,
    state,
    askedAt: null,
    dueOn: null,
    answeredAt: null,
    how: null,
    recordedBy: null,
    conditions: null,
    terms: [],
    unmetTerms: [],
    changed: [],
    evidenceId: null,
    evidenceName: null,
  };
  const seen = { lastSeenAt: null, changedSinceSeen: false };
  return { party: { organizationId: ID }, name: "甲株式会社", reportIds: [], consents: [consent], ...seen };
}

function verdict(...unmet: GateCondition["code"][]): GateVerdict {
  return { open: unmet.length === 0, conditions: unmet.map((code) => ({ code, met: false, params: { count: 2 } })) };
}

type NextDetail = Pick<SharingDetail, "state" | "author" | "changedSinceIssue" | "isNoticeDue" | "issues">;
const DETAIL: Omit<NextDetail, "state"> = { author: "佐伯", changedSinceIssue: false, isNoticeDue: false, issues: [] };

const step = (
  state: "draft" | "sanitised" | "awaiting-approval" | "approved" | "shared" | "withdrawn",
  parties: readonly PartyConsents[],
  share: GateVerdict | undefined,
  analyst = "望月",
) => nextStepOf({ detail: { ...DETAIL, state }, parties, share, analyst }).action;

describe("the next step of a sharing", () => {
  it("is to sanitise while anything is found, or before the gate has looked", () => {
    expect(step("draft", [], undefined)).toBe("sanitise");
    expect(step("draft", [], verdict("no-must-finding"))).toBe("sanitise");
    expect(step("approved", [partyThat("approved")], verdict("no-review-finding"))).toBe("sanitise");
    expect(step("draft", [], verdict("second-person"))).toBe("markSanitised");
  });

  it("is to ask those who were not asked about these words, then to write their answers down", () => {
    expect(step("sanitised", [partyThat("not-asked")], verdict("consent"))).toBe("ask");
    expect(step("awaiting-approval", [partyThat("void"), partyThat("approved")], verdict("consent"))).toBe("ask");
    expect(step("awaiting-approval", [partyThat("waiting")], verdict("consent"))).toBe("record");
    expect(step("awaiting-approval", [partyThat("approved")], verdict("second-person"))).toBe("markApproved");
    expect(step("sanitised", [], verdict("second-person"))).toBe("markApproved");
  });

  it("goes back to the words when a provider declined", () => {
    expect(step("awaiting-approval", [partyThat("declined")], verdict("consent"))).toBe("sanitise");
  });

  it("is another person's before it is shared", () => {
    const parties = [partyThat("conditional")];
    expect(step("approved", parties, verdict("second-person"), "佐伯")).toBe("wait");
    expect(step("approved", parties, verdict("second-person"), "望月")).toBe("release");
    expect(step("approved", parties, verdict(), "佐伯")).toBe("share");
  });

  it("after sharing is what comes back; a correction goes the whole way again", () => {
    expect(step("shared", [], verdict())).toBe("sighting");
    const detail = { ...DETAIL, state: "shared", changedSinceIssue: true } as const;
    expect(nextStepOf({ detail, parties: [], share: verdict("no-must-finding"), analyst: "望月" }).action).toBe(
      "sanitise",
    );
    const again = (share: GateVerdict) => nextStepOf({ detail, parties: [], share, analyst: "望月" }).action;
    expect(again(verdict("second-person"))).toBe("release");
    expect(again(verdict())).toBe("share");
    expect(step("withdrawn", [], undefined)).toBe("followUp");
  });

  it("after a withdrawal is to tell those who have it, by another person than who withdrew it", () => {
    const files = { bulletin: null, indicators: null, notice: null };
    const withdrawal: SharingIssue = {
      version: 2,
      kind: "withdrawal",
      at: 0,
      by: "佐伯",
      note: "誤報",
      deliveries: [],
      ...files,
    };
    const detail = { ...DETAIL, state: "withdrawn", isNoticeDue: true, issues: [withdrawal] } satisfies NextDetail;
    const next = (analyst: string) => nextStepOf({ detail, parties: [], share: undefined, analyst }).action;
    expect([next("佐伯"), next("望月")]).toEqual(["waitForNotice", "giveNotice"]);
  });

  it("is to take indicators that tell out of the list before anybody is asked", () => {
    expect(step("draft", [partyThat("not-asked")], verdict("list-clear", "consent"))).toBe("clearList");
  });

  it("names what else is in the way, but not what the step itself settles", () => {
    const { unmet, findings } = nextStepOf({
      detail: { ...DETAIL, state: "approved" },
      parties: [],
      share: verdict("second-person", "terms"),
      analyst: "望月",
    });
    expect(unmet.map(({ code }) => code)).toEqual(["terms"]);
    expect(findings).toEqual({ must: 0, review: 0 });
  });
});

import { describe, expect, it } from "vitest";
import { NO_ANSWER, NO_TERMS, readAnswers, type AnswerDraft, type TermsDraft } from "./readAnswers.ts";

const SIG = "0190b4a0-0000-7000-8000-000000000001";
const conditional = (terms: Partial<TermsDraft>): AnswerDraft => ({
  decision: "conditional",
  terms: { ...NO_TERMS, ...terms },
});
const sharing = (share: AnswerDraft) => readAnswers({ share, publish: NO_ANSWER });

describe("the answers of a provider", () => {
  it("are none until a purpose was answered", () => {
    expect(readAnswers({ share: NO_ANSWER, publish: NO_ANSWER })).toEqual({ problems: {}, answers: null });
  });

  it("keep sharing and publishing apart", () => {
    const { answers } = readAnswers({
      share: { decision: "approved", terms: NO_TERMS },
      publish: { decision: "declined", terms: NO_TERMS },
    });
    expect(answers).toEqual([
      { purpose: "share", decision: "approved", terms: [] },
      { purpose: "publish", decision: "declined", terms: [] },
    ]);
  });

  it("with terms need at least one, each complete", () => {
    expect(sharing(conditional({})).problems).toEqual({ share: "termsMissing" });
    expect(sharing(conditional({ kinds: ["sigs-only"] })).problems).toEqual({ share: "sigsMissing" });
    expect(sharing(conditional({ kinds: ["not-before"], day: "そのうち" })).problems).toEqual({ share: "dayUnknown" });
    expect(sharing(conditional({ kinds: ["other"], other: " " })).problems).toEqual({ share: "otherMissing" });
    expect(sharing(conditional({ kinds: ["no-indicator-list", "other"] })).answers).toBeNull();
  });

  it("carry the terms in the form the gate reads, days as typed with full-width digits too", () => {
    const terms = conditional({
      kinds: ["sigs-only", "not-before", "no-indicator-list", "other"],
      sigIds: [SIG],
      day: "２０２３年１月５日",
      other: " 社名の頭文字も伏せる ",
    });
    expect(sharing(terms).answers?.[0]?.terms).toEqual([
      { kind: "sigs-only", sigIds: [SIG] },
      { kind: "not-before", day: "2023-01-05" },
      { kind: "no-indicator-list" },
      { kind: "other", text: "社名の頭文字も伏せる", confirmed: false },
    ]);
  });

  it("forget terms that were ticked before the answer became a plain one", () => {
    const changedMind: AnswerDraft = { decision: "approved", terms: { ...NO_TERMS, kinds: ["sigs-only"] } };
    expect(sharing(changedMind).answers).toEqual([{ purpose: "share", decision: "approved", terms: [] }]);
  });
});

import type { Assessment } from "#shared/domain/vocabulary.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { StatusMark, type MarkShape, type MarkTone } from "#renderer/ui/StatusMark.tsx";

const MARKS: Record<Assessment, { shape: MarkShape; tone: MarkTone }> = {
  targeted: { shape: "diamond", tone: "plain" },
  indiscriminate: { shape: "empty", tone: "plain" },
  benign: { shape: "dash", tone: "soft" },
  undetermined: { shape: "half", tone: "wait" },
};

export function AssessmentMark({ assessment }: { assessment: Assessment }) {
  const { vocabulary } = useMessages();
  return <StatusMark {...MARKS[assessment]}>{vocabulary.assessment[assessment]}</StatusMark>;
}

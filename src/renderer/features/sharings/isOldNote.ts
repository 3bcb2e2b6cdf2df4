import type { SharingDetail } from "#shared/contract/sharings.ts";

/** Whether the note is the one of the correction before: nobody has said yet what this one corrects. */
export function isOldNote({ correctionNote, issues }: Pick<SharingDetail, "correctionNote" | "issues">): boolean {
  return correctionNote !== null && issues.at(-1)?.note === correctionNote;
}

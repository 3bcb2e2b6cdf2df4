import type { RecordType } from "#shared/contract/common.ts";
import { useWorkplace, type Place } from "./workplace.ts";

const PLACE_OF: Record<RecordType, Place> = {
  report: "reports",
  case: "cases",
  campaign: "campaigns",
  sharing: "sharings",
  organization: "roster",
  sig: "roster",
  framework: "roster",
  observable: "search",
};

/** Goes to a record of any kind, in the place where it lives. */
export function goToRecord(type: RecordType, id: string): void {
  useWorkplace.getState().go(PLACE_OF[type], id);
}

import type { RecordType } from "#shared/contract/common.ts";
import { useRosterView } from "./rosterView.ts";
import { useSharingsView } from "./sharingsView.ts";
import { useWorkplace, type Place } from "./workplace.ts";

const PLACE_OF: Record<Exclude<RecordType, "sig" | "framework">, Place> = {
  report: "reports",
  case: "cases",
  campaign: "campaigns",
  sharing: "sharings",
  organization: "roster",
  observable: "search",
};

/** Goes to a record of any kind, in the place where it lives. An industry shows its members, a framework the scheme. */
export function goToRecord(type: RecordType, id: string): void {
  const { go } = useWorkplace.getState();
  if (type === "sharing") useSharingsView.getState().showRecord();
  if (type === "sig" || type === "framework") {
    useRosterView.getState().showSig(type === "sig" ? id : null);
    go("roster", null);
  } else {
    go(PLACE_OF[type], id);
  }
}

import { useMessages } from "#renderer/state/useMessages.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";

export function FirstStart({ notice }: { notice: string | null }) {
  const { frame, firstStart } = useMessages();
  return <EmptyState title={frame.appName} detail={notice ?? firstStart.lead} />;
}

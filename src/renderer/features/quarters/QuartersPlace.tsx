import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { useMessages } from "#renderer/state/useMessages.ts";

export function QuartersPlace() {
  const { frame } = useMessages();
  return <EmptyState title={frame.places.quarters} />;
}

import { useState } from "react";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { CaseList } from "./CaseList.tsx";
import { CasePage } from "./CasePage.tsx";
import { CreateCaseDialog } from "./CreateCaseDialog.tsx";

/** 案件: what happened, built from reports or from what the hub collected. */
export function CasesPlace() {
  const { cases: words } = useMessages();
  const caseId = useWorkplace((state) => state.selected.cases ?? null);
  const [creating, setCreating] = useState(false);
  useCommands([
    {
      id: "cases.create",
      title: words.create,
      reading: words.createReading,
      shortcut: "N",
      group: words.listLabel,
      run: () => setCreating(true),
    },
  ]);
  return (
    <>
      <Panes
        name="cases"
        initialWidth="36%"
        minWidth={300}
        minRest={640}
        sized={<CaseList caseId={caseId} onCreate={() => setCreating(true)} />}
        rest={caseId === null ? <EmptyState title={words.choose} /> : <CasePage key={caseId} caseId={caseId} />}
      />
      <CreateCaseDialog opened={creating} onClose={() => setCreating(false)} />
    </>
  );
}

import { useWorkplace } from "#renderer/state/workplace.ts";
import { Panes } from "#renderer/ui/Panes.tsx";
import { OrganizationDetail } from "./OrganizationDetail.tsx";
import { OrganizationList } from "./OrganizationList.tsx";
import { SchemeStructure } from "./SchemeStructure.tsx";

/** 参加組織: the participants on the left; on the right the one chosen, or the scheme as of the quarter's end. */
export function RosterPlace() {
  const selected = useWorkplace((state) => state.selected.roster ?? null);
  return (
    <Panes
      name="roster"
      initialWidth="54%"
      minWidth={360}
      minRest={420}
      sized={<OrganizationList />}
      rest={selected === null ? <SchemeStructure /> : <OrganizationDetail key={selected} organizationId={selected} />}
    />
  );
}

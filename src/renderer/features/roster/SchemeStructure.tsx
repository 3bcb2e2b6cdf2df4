import { lastDayOf } from "#shared/domain/quarter.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useRosterView } from "#renderer/state/rosterView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailPage, DetailSection } from "#renderer/ui/DetailPage.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import classes from "./RosterPlace.module.css";

/** The scheme as of the last day of the quarter shown: industries with their memberships, and the frameworks. */
export function SchemeStructure() {
  const { roster, format, ui } = useMessages();
  const showSig = useRosterView((state) => state.showSig);
  const asOf = lastDayOf(useShownQuarter());
  const { data, error, isPending } = useRead(api.roster.structure, { asOf }, { keepPrevious: true });
  if (error !== null) return <ErrorNote error={error} />;
  if (isPending) return <SkeletonLines count={10} label={ui.loading} />;
  const { structure } = roster;
  const memberships = data.sigs.reduce((sum, sig) => sum + sig.organizations, 0);
  return (
    <DetailPage
      label={structure.title(format.day(asOf))}
      header={
        <>
          <h1 className={classes.title}>{structure.title(format.day(asOf))}</h1>
          <p>{structure.summary(data.sigs.length, memberships, data.frameworks.length)}</p>
        </>
      }
    >
      <DetailSection title={structure.sigs}>
        <RowTable
          label={structure.sigs}
          rows={data.sigs}
          keyOf={(sig) => sig.id}
          columns={[
            {
              id: "name",
              title: structure.sigs,
              cell: (sig) => (
                <button type="button" className="link-button" onClick={() => showSig(sig.id)}>
                  {sig.name}
                </button>
              ),
            },
            { id: "from", title: structure.from, cell: (sig) => <Figures>{sig.from}</Figures> },
            {
              id: "organizations",
              title: structure.organizations,
              align: "end",
              cell: (sig) => <Figures>{format.number(sig.organizations)}</Figures>,
            },
          ]}
        />
      </DetailSection>
      <DetailSection title={structure.frameworks}>
        <RowTable
          label={structure.frameworks}
          rows={data.frameworks}
          keyOf={(framework) => framework.id}
          columns={[
            { id: "name", title: structure.frameworks, cell: (framework) => framework.name },
            { id: "label", title: structure.size, cell: (framework) => framework.label ?? structure.noLabel },
          ]}
        />
      </DetailSection>
    </DetailPage>
  );
}

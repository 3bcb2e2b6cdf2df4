import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DefinitionGrid } from "#renderer/ui/DefinitionGrid.tsx";
import { DetailPage, DetailSection } from "#renderer/ui/DetailPage.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { RecordLinks } from "#renderer/ui/RecordLinks.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { ProvidedReports } from "./ProvidedReports.tsx";
import classes from "./RosterPlace.module.css";

/** One participant: everything here could tell who it is, and so never goes outside. */
export function OrganizationDetail({ organizationId }: { organizationId: string }) {
  const { roster, format, ui } = useMessages();
  const { data, error, isPending } = useRead(api.roster.getOrganization, { id: organizationId });
  if (error !== null) return <ErrorNote error={error} />;
  if (isPending) return <DetailPage label={ui.loading} busy />;
  const { facts, memberships } = roster;
  const listed = (values: readonly string[]) => (values.length === 0 ? null : format.list(values));
  const open = (id: string) => goToRecord("organization", id);
  return (
    <DetailPage
      label={data.name}
      header={
        <>
          <h1 className={classes.title}>{data.name}</h1>
          <p className={classes.secret}>{roster.secret}</p>
        </>
      }
    >
      <section className={classes.facts}>
        <DefinitionGrid
          facts={[
            { id: "reading", term: facts.reading, value: data.reading, wide: true },
            { id: "nameEn", term: facts.nameEn, value: data.nameEn, wide: true },
            { id: "aliases", term: facts.aliases, value: listed(data.aliases), wide: true },
            {
              id: "domains",
              term: facts.domains,
              wide: true,
              value: data.domains.length === 0 ? null : <code>{data.domains.join(" ")}</code>,
            },
            {
              id: "parent",
              term: facts.parent,
              wide: true,
              value: data.parent === null ? null : <RecordLinks records={[data.parent]} none="" onOpen={open} />,
            },
            {
              id: "children",
              term: facts.children,
              wide: true,
              value: data.children.length === 0 ? null : <RecordLinks records={data.children} none="" onOpen={open} />,
            },
            {
              id: "persons",
              term: facts.persons,
              wide: true,
              value:
                data.persons.length === 0 ? null : (
                  <ul className={classes.lines}>
                    {data.persons.map((person) => (
                      <li key={`${person.name} ${person.email ?? ""}`}>
                        {person.name}
                        {person.reading === null ? null : <span className={classes.soft}> {person.reading}</span>}
                        {person.email === null ? null : <code> {person.email}</code>}
                      </li>
                    ))}
                  </ul>
                ),
            },
            { id: "products", term: facts.products, value: listed(data.products), wide: true },
            { id: "addresses", term: facts.addresses, value: listed(data.addresses), wide: true },
            { id: "phones", term: facts.phones, value: listed(data.phones), wide: true },
            { id: "number", term: facts.externalId, value: data.externalId, wide: true },
          ]}
        />
      </section>
      <DetailSection title={memberships.title}>
        <RowTable
          label={memberships.title}
          rows={data.memberships}
          keyOf={(membership) => `${membership.sig.id} ${membership.from}`}
          columns={[
            {
              id: "sig",
              title: memberships.sig,
              cell: ({ sig }) => (
                <button type="button" className="link-button" onClick={() => goToRecord("sig", sig.id)}>
                  {sig.title}
                </button>
              ),
            },
            { id: "from", title: memberships.from, cell: ({ from }) => <Figures>{from}</Figures> },
            { id: "to", title: memberships.to, cell: ({ to }) => <Figures>{to ?? memberships.now}</Figures> },
          ]}
        />
      </DetailSection>
      <ProvidedReports organization={data} />
    </DetailPage>
  );
}

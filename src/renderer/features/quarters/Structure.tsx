import type { MembershipChange, QuarterFigures } from "#shared/contract/quarters.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { FigureLink } from "./FigureLink.tsx";
import { Section } from "./Section.tsx";
import classes from "./Structure.module.css";

/** 13 業界 279 組織 2 情報連携体制, as of the quarter's last day, and what changed since the last. */
export function Structure({ figures }: { figures: QuarterFigures }) {
  const { quarters: words, format } = useMessages();
  const { quarter, structure, asOf } = figures;
  const link = (figure: "sigs" | "organizations", value: string) => (
    <FigureLink quarter={quarter} figure={figure} name={words.records.figure[figure]} value={value} />
  );
  return (
    <Section title={words.structure.title} aside={words.structure.asOf(format.day(asOf))}>
      <p className={classes.sentence}>
        {link("sigs", words.structure.sigs(structure.sigs))}
        {link("organizations", words.structure.organizations(structure.organizations))}
        <span>{words.structure.frameworks(structure.frameworks.length)}</span>
        <span className={classes.soft}>{words.structure.distinct(structure.distinctOrganizations)}</span>
      </p>
      {structure.frameworks.map(({ id, name, label }) => (
        <p key={id} className={classes.soft} title={name}>
          {label}
        </p>
      ))}
      {structure.joined.length === 0 && structure.left.length === 0 ? <p>{words.structure.noChange}</p> : null}
      <Changes title={words.structure.joined} changes={structure.joined} />
      <Changes title={words.structure.left} changes={structure.left} />
      <details className={classes.details}>
        <summary>{words.structure.bySig}</summary>
        <ul className={classes.sigs}>
          {structure.bySig.map(({ id, name, organizations }) => (
            <li key={id}>
              <span>{name}</span>
              <b>{format.number(organizations)}</b>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

function Changes({ title, changes }: { title: string; changes: readonly MembershipChange[] }) {
  const { quarters: words, format } = useMessages();
  if (changes.length === 0) return null;
  const told = changes.map(({ organizationName, sigName, day }) =>
    words.structure.change(organizationName, sigName, format.day(day)),
  );
  return (
    <p>
      {title}: {format.list(told)}
    </p>
  );
}

import type { QuarterFigures } from "#shared/contract/quarters.ts";
import { quarterOfDay, quartersBetween, lastDayOf, type Quarter } from "#shared/domain/quarter.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { QuarterStrip } from "#renderer/ui/QuarterStrip.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import classes from "./CampaignsOfQuarter.module.css";
import { FigureLink } from "./FigureLink.tsx";
import { Section } from "./Section.tsx";

/** Whole years and months from a month to a quarter's last month. */
function ageOf(since: string, quarter: Quarter): { years: number; months: number } {
  const end = lastDayOf(quarter);
  const monthsOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  const months = monthsOf(end) - monthsOf(since);
  return { years: Math.floor(months / 12), months: months % 12 };
}

/** The campaigns, how old they are, and whether this quarter saw them. */
export function CampaignsOfQuarter({ figures }: { figures: QuarterFigures }) {
  const { quarters: words, format, campaigns: campaignWords } = useMessages();
  const go = useWorkplace((state) => state.go);
  const { data: rows = [] } = useRead(api.campaigns.list, {});
  const { quarter } = figures;
  const begun = figures.campaigns.filter(({ since }) => quartersBetween(quarterOfDay(since), quarter) >= 0);
  return (
    <Section title={words.campaigns.title}>
      {begun.length === 0 ? <p>{words.campaigns.none}</p> : null}
      <ul className={classes.list}>
        {begun.map(({ id, name, since, observed, items }) => {
          const row = rows.find(({ externalId }) => externalId === id);
          const { years, months } = ageOf(since, quarter);
          return (
            <li key={id}>
              <button type="button" className="link-button" onClick={() => go("campaigns", row?.id)}>
                {name}
              </button>
              <div className={classes.facts}>
                <span>{words.campaigns.since(format.month(since), words.campaigns.age(years, months))}</span>
                <StatusMark shape={observed ? "filled" : "empty"} tone={observed ? "plain" : "soft"}>
                  {observed ? words.campaigns.observed : words.campaigns.silent}
                </StatusMark>
                {observed ? (
                  <FigureLink
                    quarter={quarter}
                    figure="campaign"
                    part={id}
                    name={name}
                    value={items === 0 ? words.openWork.seeRecords : format.items(items)}
                  />
                ) : null}
              </div>
              {row === undefined ? null : (
                <QuarterStrip
                  label={campaignWords.stripLabel(name)}
                  strip={row.strip}
                  chosen={quarter}
                  onChoose={(chosen) => useWorkplace.getState().showQuarter(chosen)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

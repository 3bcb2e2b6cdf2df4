import type { CampaignQuarter } from "#shared/contract/campaigns.ts";
import { partsOf, type Quarter } from "#shared/domain/quarter.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./QuarterStrip.module.css";

export type QuarterStripProps = {
  label: string;
  strip: readonly CampaignQuarter[];
  chosen?: Quarter | null;
  /** Left out, the strip is only looked at. */
  onChoose?(quarter: Quarter): void;
  large?: boolean;
};

/** Height of a seen quarter, 0…1; a root, so that one busy quarter does not flatten the others. */
function heightOf(cell: CampaignQuarter, most: number): number {
  const count = Math.max(cell.items, cell.cases, 1);
  return 0.3 + 0.7 * Math.sqrt(count / Math.max(most, 1));
}

/** A campaign by quarter, from its first to now: ■ seen (the height is how much), □ silent. Years stand below. */
export function QuarterStrip({ label, strip, chosen = null, onChoose, large = false }: QuarterStripProps) {
  const { campaigns: words, format } = useMessages();
  const most = Math.max(...strip.map(({ items, cases }) => Math.max(items, cases)));
  const years = [...new Set(strip.map(({ quarter }) => partsOf(quarter).year))];
  return (
    <div role="group" aria-label={label} className={classes.strip} data-large={large}>
      {years.map((year) => (
        <div key={year} className={classes.year}>
          <div className={classes.cells}>
            {strip
              .filter(({ quarter }) => partsOf(quarter).year === year)
              .map((cell) => {
                const name = cell.observed
                  ? words.seen(format.quarter(cell.quarter), cell.cases, cell.items)
                  : words.silent(format.quarter(cell.quarter));
                const bar = (
                  <i data-observed={cell.observed} style={{ "--height": cell.observed ? heightOf(cell, most) : 0.3 }} />
                );
                return onChoose === undefined ? (
                  <span key={cell.quarter} className={classes.cell} title={name} role="img" aria-label={name}>
                    {bar}
                  </span>
                ) : (
                  <button
                    key={cell.quarter}
                    type="button"
                    className={classes.cell}
                    title={name}
                    aria-label={name}
                    aria-pressed={cell.quarter === chosen}
                    onClick={() => onChoose(cell.quarter)}
                  >
                    {large ? <b>{cell.observed ? cell.items || cell.cases : ""}</b> : null}
                    {bar}
                  </button>
                );
              })}
          </div>
          <span className={classes.name}>{large || years.length < 8 ? year : `’${String(year).slice(2)}`}</span>
        </div>
      ))}
    </div>
  );
}

import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { PLACES, useWorkplace, type Place } from "#renderer/state/workplace.ts";
import classes from "./Rail.module.css";

/** More write-ups than a quarter ever has. */
const MOST_WRITEUPS = 500;

/** The places in the order of a report's way. The small numbers are open work, not totals. */
export function Rail() {
  const { frame } = useMessages();
  const place = useWorkplace((state) => state.place);
  const go = useWorkplace((state) => state.go);
  const quarter = useShownQuarter();
  const { data } = useRead(api.casebook.overview, { quarter }, { keepPrevious: true });
  const written = useRead(
    api.writeups.list,
    { filter: { quarter, text: "" }, limit: MOST_WRITEUPS },
    { keepPrevious: true },
  );
  const unreleased = written.data?.rows.filter(({ released }) => !released).length;
  const { status } = frame;
  const openWork: Partial<Record<Place, { count: number; label: string }>> = {
    ...(data === undefined
      ? {}
      : {
          reports: { count: data.undetermined, label: status.undetermined(data.undetermined) },
          sharings: { count: data.awaitingApproval, label: status.awaitingApproval(data.awaitingApproval) },
        }),
    ...(unreleased === undefined ? {} : { writeups: { count: unreleased, label: status.unreleased(unreleased) } }),
  };
  return (
    <nav aria-label={frame.rail} className={classes.rail}>
      {PLACES.map((name, index) => {
        const open = openWork[name];
        return (
          <button
            key={name}
            type="button"
            className={classes.place}
            aria-current={name === place ? "page" : undefined}
            title={`Ctrl ${index + 1}`}
            onClick={() => go(name)}
          >
            {frame.places[name]}
            {open === undefined || open.count === 0 ? null : (
              <span className={classes.count} title={open.label} aria-label={open.label}>
                {open.count}
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}

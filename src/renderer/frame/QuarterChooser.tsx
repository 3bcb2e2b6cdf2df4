import { Menu } from "@mantine/core";
import { addQuarters } from "#shared/domain/quarter.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import classes from "./TopBar.module.css";

/** The quarter every place shows. */
export function QuarterChooser() {
  const { frame, format } = useMessages();
  const shown = useShownQuarter();
  const showQuarter = useWorkplace((state) => state.showQuarter);
  const { data: known } = useRead(api.quarters.list, {});
  const listed = known ?? [];
  const quarters = listed.some(({ quarter }) => quarter === shown)
    ? listed
    : [{ quarter: shown, frozen: false }, ...listed];
  return (
    <div role="group" aria-label={frame.quarterChooser}>
      <button
        type="button"
        className={classes.plain}
        aria-label={frame.previousQuarter}
        onClick={() => showQuarter(addQuarters(shown, -1))}
      >
        ‹
      </button>
      <Menu>
        <Menu.Target>
          <button type="button" className={classes.plain}>
            {format.quarter(shown)}
            <span aria-hidden="true" className={classes.caret}>
              ▾
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown mah={420} className={classes.scrolls}>
          {quarters.map(({ quarter, frozen }) => (
            <Menu.RadioItem
              key={quarter}
              value={quarter}
              checked={quarter === shown}
              closeMenuOnClick
              rightSection={frozen ? frame.frozen : null}
              onChange={() => showQuarter(quarter)}
            >
              {format.quarter(quarter)}
            </Menu.RadioItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      <button
        type="button"
        className={classes.plain}
        aria-label={frame.nextQuarter}
        onClick={() => showQuarter(addQuarters(shown, 1))}
      >
        ›
      </button>
    </div>
  );
}

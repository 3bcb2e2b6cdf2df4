import type { FigureKey } from "#shared/contract/quarters.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./FigureLink.module.css";
import { useOpenFigure } from "./openFigure.ts";

export type FigureLinkProps = {
  quarter: Quarter;
  figure: FigureKey;
  /** The category or campaign, where the number is that of one. */
  part?: string | null;
  name: string;
  value: string;
};

/** A number that opens the records behind it. */
export function FigureLink({ quarter, figure, part = null, name, value }: FigureLinkProps) {
  const { quarters: words } = useMessages();
  const { opened, open } = useOpenFigure();
  const isOpen = opened?.quarter === quarter && opened.figure === figure && opened.part === part;
  return (
    <button
      type="button"
      className={classes.figure}
      aria-label={words.table.open(name, value)}
      aria-pressed={isOpen}
      data-figure={figure}
      onClick={() => open({ quarter, figure, part, name, value })}
    >
      {value}
    </button>
  );
}

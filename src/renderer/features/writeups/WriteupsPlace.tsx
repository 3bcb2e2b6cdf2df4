import { Desk } from "#renderer/desk/Desk.tsx";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { RewriteButton } from "./RewriteButton.tsx";
import { WriteupList } from "./WriteupList.tsx";
import classes from "./WriteupsPlace.module.css";

/** 匿名化: the write-ups at the left, and the desk where one is made fit to be read outside. */
export function WriteupsPlace() {
  const { writeups: words } = useMessages();
  const selected = useWorkplace((state) => state.selected.writeups ?? null);
  const select = useWorkplace((state) => state.select);
  const back = (
    <button type="button" className={`link-button ${classes.back}`} onClick={() => select(null)}>
      ‹ {words.backToList}
    </button>
  );
  return (
    <div className={classes.place} data-open={selected !== null}>
      <Panes
        name="writeups"
        initialWidth={232}
        minWidth={180}
        minRest={680}
        sized={<WriteupList selected={selected} />}
        rest={
          selected === null ? (
            <EmptyState title={words.choose} />
          ) : (
            <Desk
              key={selected}
              text={{ kind: "writeup", id: selected }}
              lead={back}
              tools={<RewriteButton writeupId={selected} />}
            />
          )
        }
      />
    </div>
  );
}

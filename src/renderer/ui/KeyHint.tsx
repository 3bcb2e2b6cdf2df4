import { keyCapsOf, type Shortcut } from "#renderer/commands/shortcut.ts";
import classes from "./KeyHint.module.css";

/** The keys of a shortcut, as on their caps. */
export function KeyHint({ keys }: { keys: Shortcut }) {
  return (
    <kbd className={classes.keys}>
      {keyCapsOf(keys).map((cap) => (
        <kbd key={cap} className={classes.cap}>
          {cap}
        </kbd>
      ))}
    </kbd>
  );
}

import { readTlp } from "#shared/domain/tlp.ts";
import classes from "./TlpLabel.module.css";

/** A TLP label in FIRST's own colours on black, `small` in rows and on cards; text that is no label stays plain text. */
export function TlpLabel({ tlp, small = false }: { tlp: string; small?: boolean }) {
  const label = readTlp(tlp);
  if (label === undefined) return <span>{tlp}</span>;
  return (
    <span className={classes.label} data-small={small} data-tlp={label.replace(/^TLP:|\+STRICT$/g, "").toLowerCase()}>
      {label}
    </span>
  );
}

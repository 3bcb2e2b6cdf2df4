import { readTlp } from "#shared/domain/tlp.ts";
import classes from "./TlpLabel.module.css";

/** A TLP label in FIRST's own colours on black; text that is no label stays plain text. */
export function TlpLabel({ tlp }: { tlp: string }) {
  const label = readTlp(tlp);
  if (label === undefined) return <span>{tlp}</span>;
  return (
    <span className={classes.label} data-tlp={label.replace(/^TLP:|\+STRICT$/g, "").toLowerCase()}>
      {label}
    </span>
  );
}

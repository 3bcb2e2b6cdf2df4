import { readUrlAnatomy } from "#shared/narrative/readUrlAnatomy.ts";
import classes from "./UrlAnatomyDrawing.module.css";

/** One URL in one line, cut into its parts, each with what it does below it. */
export function UrlAnatomyDrawing({ source }: { source: string }) {
  const { parts } = readUrlAnatomy(source);
  if (parts.length === 0) return null;
  return (
    <div className={classes.url}>
      {parts.map(({ text, meaning }, index) => (
        <div key={index} className={classes.part} data-plain={meaning === ""}>
          <code>{text}</code>
          <span>{meaning}</span>
        </div>
      ))}
    </div>
  );
}

import { readMailFigure, splitMasks, type MailLine } from "#shared/narrative/readMailFigure.ts";
import classes from "./MailDrawing.module.css";

function Words({ line }: { line: MailLine }) {
  return line.map(({ text, masked }, index) => (masked ? <s key={index}>{text.slice(1, -1)}</s> : text));
}

/** A mail as its reader would have seen it, with what was taken out under masks. */
export function MailDrawing({ source }: { source: string }) {
  const { mail } = readMailFigure(source);
  return (
    <div className={classes.mail}>
      <dl>
        {mail.headers.map(({ name, value }, index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>
              <Words line={splitMasks(value)} />
            </dd>
          </div>
        ))}
      </dl>
      <div className={classes.body}>
        {mail.body.map((line, index) => (
          <p key={index}>
            <Words line={line} />
          </p>
        ))}
      </div>
    </div>
  );
}

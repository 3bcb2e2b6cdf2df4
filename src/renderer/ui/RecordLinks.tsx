import classes from "./RecordLinks.module.css";

export type RecordLinksProps = {
  records: readonly { id: string; title: string }[];
  /** Stands there when there are none. */
  none: string;
  onOpen(id: string): void;
};

/** Names of records, each a link to it. */
export function RecordLinks({ records, none, onOpen }: RecordLinksProps) {
  if (records.length === 0) return <span className={classes.none}>{none}</span>;
  return (
    <ul className={classes.links}>
      {records.map((record) => (
        <li key={record.id}>
          <button type="button" className="link-button" onClick={() => onOpen(record.id)}>
            {record.title}
          </button>
        </li>
      ))}
    </ul>
  );
}

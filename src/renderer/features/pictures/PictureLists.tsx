import type { ReactNode } from "react";
import type { PictureReading } from "#shared/contract/pictures.ts";
import type { Messages } from "#shared/messages/catalogue.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { isMasked, uncovered } from "./boxes.ts";
import classes from "./PictureLists.module.css";
import type { Masks } from "./useMasks.ts";

type FoundWordsProps = { findings: PictureReading["findings"]; masks: Masks; action: ReactNode };

/** What was read in the picture that tells who provided it, and whether a mask lies over it. */
export function FoundWords({ findings, masks, action }: FoundWordsProps) {
  const { pictures: words, sanitising } = useMessages();
  return (
    <section className={classes.part} aria-label={words.findings}>
      <header>
        <h3>{words.findings}</h3>
        {findings.length === 0 ? null : action}
      </header>
      {findings.length === 0 ? <p>{words.findingsNone}</p> : null}
      <ul>
        {findings.map((finding, index) => {
          const isCovered = isMasked(finding, masks.masks);
          return (
            <li key={index} data-severity={finding.severity} data-quiet={isCovered || finding.isLookedAt}>
              <span className={classes.words}>{finding.text}</span>
              <span className={classes.kind}>
                {isCovered ? words.masked : noteOf(finding, { words, kinds: sanitising.kind })}
              </span>
              {isCovered ? null : (
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.maskOne(finding.text)}
                  onClick={() => masks.add(uncovered([finding], masks.masks))}
                >
                  {sanitising.severity.must}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <p className={classes.note}>{words.onlyRead}</p>
    </section>
  );
}

function noteOf(
  { isLookedAt, via, reads, kind }: PictureReading["findings"][number],
  { words, kinds }: { words: Messages["pictures"]; kinds: Readonly<Record<string, string>> },
): string {
  if (isLookedAt) return words.lookedAt;
  return via.includes("misread") ? words.misread(reads) : (kinds[kind] ?? kind);
}

export function MaskList({ masks, action }: { masks: Masks; action: ReactNode }) {
  const { pictures: words } = useMessages();
  return (
    <section className={classes.part} aria-label={words.boxes}>
      <header>
        <h3>{words.boxes}</h3>
        {action}
      </header>
      {masks.masks.length === 0 ? <p>{words.boxesNone}</p> : null}
      <ul>
        {masks.masks.map((mask, index) => (
          <li key={mask.id} data-selected={mask.id === masks.selected?.id}>
            <button type="button" className={classes.choose} onClick={() => masks.select(mask.id)}>
              {words.box(index + 1)}
            </button>
            <span className={classes.kind}>{words.boxSize(mask.width, mask.height)}</span>
            <button
              type="button"
              className="link-button"
              aria-label={words.boxRemove(index + 1)}
              onClick={() => masks.remove(mask.id)}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function MetadataList({ metadata }: { metadata: PictureReading["metadata"] }) {
  const { pictures: words } = useMessages();
  return (
    <section className={classes.part} aria-label={words.metadata}>
      <header>
        <h3>{words.metadata}</h3>
      </header>
      <p>{metadata.length === 0 ? words.metadataNone : words.metadataDropped}</p>
      <dl>
        {metadata.map(({ name, value }, index) => (
          <div key={index}>
            <dt>{words.metadataName[name] ?? name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

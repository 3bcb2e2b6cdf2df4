import type { QuarterFigures } from "#shared/contract/quarters.ts";
import { isKnownCategory } from "#shared/domain/category.ts";
import { NOT_SHARED_REASONS } from "#shared/domain/vocabulary.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./Breakdown.module.css";
import { FigureLink } from "./FigureLink.tsx";
import { Section } from "./Section.tsx";

/** What was provided, by category; and what was kept from sharing, by reason. */
export function Breakdown({ figures }: { figures: QuarterFigures }) {
  const { quarters: words, format, vocabulary } = useMessages();
  const { quarter, byCategory, notSharedByReason } = figures;
  const wordOf = (category: string) => (isKnownCategory(category) ? vocabulary.category[category] : category);
  const categories = Object.entries(byCategory)
    .filter(([, count]) => count > 0)
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  const most = Math.max(1, ...categories.map(([, count]) => count));
  const reasons = NOT_SHARED_REASONS.filter((reason) => (notSharedByReason[reason] ?? 0) > 0);
  return (
    <>
      <Section title={words.categories.title}>
        {categories.length === 0 ? <p>{words.categories.none}</p> : null}
        <ul className={classes.bars}>
          {categories.map(([category, count]) => (
            <li key={category}>
              <span>{wordOf(category)}</span>
              <FigureLink
                quarter={quarter}
                figure="category"
                part={category}
                name={wordOf(category)}
                value={format.items(count)}
              />
              <i style={{ "--share": count / most }} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.notShared.title}>
        {reasons.length === 0 ? <p>{words.notShared.none}</p> : null}
        <ul className={classes.bars}>
          {reasons.map((reason) => (
            <li key={reason}>
              <span>{words.notShared.reason[reason]}</span>
              <FigureLink
                quarter={quarter}
                figure="notShared"
                name={words.records.figure.notShared}
                value={format.items(notSharedByReason[reason] ?? 0)}
              />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

import type { DeskFinding } from "#shared/contract/sanitising.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DecisionBar } from "./DecisionBar.tsx";
import classes from "./FindingDetail.module.css";
import type { QueueRow } from "./queueRows.ts";
import { sentenceWords } from "./sentenceWords.ts";
import { markIdOf } from "./tiers.ts";
import type { Deciding } from "./useDecisions.ts";

const LINK = /^(h[tx]{2}ps?|www)/i;

/** How the words were read out of what stands in the text, in words, outermost first. */
function useRoute({ text, via, kind }: DeskFinding): string {
  const { sanitising: words } = useMessages();
  const start = via.length > 0 && LINK.test(text) ? [words.url] : [];
  const steps = via.length === 0 ? [words.plainly] : via.map((name) => words.via[name] ?? name);
  return words.routeSteps([...start, ...steps, words.kind[kind] ?? kind]);
}

/** The sentence with the words in it. */
function MarkedSentence({ sentence, text }: { sentence: string; text: string }) {
  const { before, found, after } = sentenceWords(sentence, text);
  return (
    <>
      {before}
      {found === "" ? null : <mark>{found}</mark>}
      {after}
    </>
  );
}

/** One finding: what can be done about it, how it was found, and whom it points to. */
export function FindingDetail({ row, decisions }: { row: QueueRow; decisions: Deciding }) {
  const { sanitising: words, format } = useMessages();
  const { finding, group, place } = row;
  const route = useRoute(finding);
  const count = group.findings.length;
  const { entity, decision } = finding;
  return (
    <section className={classes.detail} aria-label={finding.reads === "" ? finding.text : finding.reads}>
      <DecisionBar key={markIdOf(finding)} row={row} decisions={decisions} />
      <dl className={classes.facts}>
        <dt>{words.sentence}</dt>
        <dd className={classes.sentence}>
          <MarkedSentence sentence={finding.sentence} text={finding.text} />
          <span className={classes.place}>
            {finding.where === "title" ? words.inTitle : null}{" "}
            {count === 1 ? null : words.placeOf(Math.max(1, place), count)}
          </span>
          {count === 1 ? null : <span className={classes.whole}>{words.wholeGroup}</span>}
        </dd>
        <dt>{words.route}</dt>
        <dd className={classes.route}>{route}</dd>
        {finding.reads === "" || finding.reads === finding.text ? null : (
          <>
            <dt>{words.reads}</dt>
            <dd className={classes.reads}>{finding.reads}</dd>
          </>
        )}
        {entity === null ? null : (
          <>
            <dt>{words.pointsTo}</dt>
            <dd>
              <button type="button" className="link-button" onClick={() => goToRecord("organization", entity.id)}>
                {entity.title}
              </button>
            </dd>
          </>
        )}
        {decision === null ? null : (
          <>
            <dt>{words.decided}</dt>
            <dd>
              {words.actions[decision.action]}
              {decision.reason === null ? null : <q>{decision.reason}</q>}
              <span className={classes.place}>{words.decidedBy(decision.by, format.moment(decision.at))}</span>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

import { Checkbox } from "@mantine/core";
import { useState } from "react";
import type { SharingDetail, SharingIndicator } from "#shared/contract/sharings.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailSection } from "#renderer/ui/DetailPage.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import classes from "./SharingDetail.module.css";

const SHOWN_AT_FIRST = 50;

const keyOf = ({ kind, value }: SharingIndicator) => `${kind} ${value}`;

/** The attacker's indicators that go along as a list; one that would tell who provided it has to stay out. */
export function IndicatorTable({ detail }: { detail: SharingDetail }) {
  const { sharings, vocabulary, ui } = useMessages();
  const words = sharings.indicators;
  const update = useCommand(api.sharings.update);
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const { indicators } = detail;
  if (indicators.length === 0) return null;
  const going = indicators.filter(({ withheld }) => !withheld);
  const telling = going.filter(({ tells }) => tells);
  const isOpen = detail.state !== "withdrawn";
  const withhold = (isWithheld: (one: SharingIndicator) => boolean) =>
    void update.run({ id: detail.id, fields: { withheld: indicators.filter(isWithheld).map(keyOf) } });
  const toggle = (indicator: SharingIndicator) => withhold((one) => (one === indicator ? !one.withheld : one.withheld));
  return (
    <DetailSection
      title={words.title}
      aside={
        <span className={classes.actions}>
          <span className={classes.none}>{words.count(going.length, indicators.length)}</span>
          {isOpen && going.length > 0 ? (
            <button type="button" className="link-button" onClick={() => withhold(() => true)}>
              {words.withholdAll}
            </button>
          ) : null}
        </span>
      }
    >
      <ErrorNote error={update.error} />
      {isOpen && telling.length > 0 ? (
        <p className={classes.actions}>
          <StatusMark shape="triangle" tone="danger">
            {words.telling(telling.length)}
          </StatusMark>
          <button
            type="button"
            className="link-button"
            onClick={() => withhold(({ withheld, tells }) => withheld || tells)}
          >
            {words.withholdTelling}
          </button>
        </p>
      ) : null}
      <RowTable
        label={words.title}
        rows={indicators.slice(0, limit)}
        keyOf={keyOf}
        columns={[
          { id: "kind", title: words.kind, cell: ({ kind }) => vocabulary.observableKind[kind] ?? kind },
          {
            id: "value",
            title: words.value,
            grows: true,
            cell: ({ value }) => <span className={classes.cell}>{value}</span>,
          },
          {
            id: "goes",
            title: words.goes,
            cell: (indicator) => (
              <Checkbox
                aria-label={words.toggle(indicator.value)}
                checked={!indicator.withheld}
                // What tells can be taken out, and not be put in again.
                disabled={!isOpen || (indicator.tells && indicator.withheld)}
                label={indicator.tells ? words.tells : indicator.withheld ? words.withheld : undefined}
                onChange={() => toggle(indicator)}
              />
            ),
          },
        ]}
      />
      {indicators.length > limit ? (
        <p className={classes.note}>
          <button type="button" className="link-button" onClick={() => setLimit(indicators.length)}>
            {ui.more}
          </button>
        </p>
      ) : null}
    </DetailSection>
  );
}

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

/** The attacker's indicators that go along as a list; one that would tell who provided it cannot go, and says so. */
export function IndicatorTable({ detail }: { detail: SharingDetail }) {
  const { sharings, vocabulary, ui } = useMessages();
  const words = sharings.indicators;
  const update = useCommand(api.sharings.update);
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const { indicators } = detail;
  if (indicators.length === 0) return null;
  const going = indicators.filter(({ withheld, tells }) => !withheld && !tells).length;
  const isOpen = detail.state !== "withdrawn";
  const toggle = (indicator: SharingIndicator) => {
    const withheld = indicators.filter((one) => (one === indicator ? !one.withheld : one.withheld)).map(keyOf);
    void update.run({ id: detail.id, fields: { withheld } });
  };
  return (
    <DetailSection
      title={words.title}
      aside={<span className={classes.none}>{words.count(going, indicators.length)}</span>}
    >
      <ErrorNote error={update.error} />
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
            cell: (indicator) =>
              indicator.tells ? (
                <StatusMark shape="triangle" tone="danger">
                  {words.tells}
                </StatusMark>
              ) : (
                <Checkbox
                  aria-label={words.toggle(indicator.value)}
                  checked={!indicator.withheld}
                  disabled={!isOpen}
                  label={indicator.withheld ? words.withheld : undefined}
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

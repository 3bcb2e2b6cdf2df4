import type { ReportDetail } from "#shared/contract/reports.ts";
import { isKnownCategory, KNOWN_CATEGORIES } from "#shared/domain/category.ts";
import { readMoment } from "#shared/domain/moment.ts";
import { TLP_LABELS } from "#shared/domain/tlp.ts";
import { CHANNELS, NOT_SHARED_REASONS } from "#shared/domain/vocabulary.ts";
import { readTypedMoment, readWholeNumber } from "#shared/messages/numerals.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DefinitionGrid } from "#renderer/ui/DefinitionGrid.tsx";
import { EditableChoice } from "#renderer/ui/EditableChoice.tsx";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import { RecordLinks } from "#renderer/ui/RecordLinks.tsx";
import { TlpLabel } from "#renderer/ui/TlpLabel.tsx";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { EditableParty } from "./EditableParty.tsx";
import { categoryWord } from "./reportWords.ts";
import type { ReportChange } from "./useReportUpdate.ts";

const momentOf = (typed: string) => readMoment(readTypedMoment(typed) ?? "");

/** The facts of a report, each edited where it stands. */
export function ReportFacts({ report, save }: { report: ReportDetail; save(fields: ReportChange): void }) {
  const messages = useMessages();
  const { reports, vocabulary, format, ui } = messages;
  const { facts } = reports;
  const checkMoment = (typed: string) => (momentOf(typed) === undefined ? reports.entry.momentInvalid : null);
  const categories = isKnownCategory(report.category) ? KNOWN_CATEGORIES : [...KNOWN_CATEGORIES, report.category];
  return (
    <DefinitionGrid
      facts={[
        {
          id: "provider",
          term: facts.provider,
          value: (
            <EditableParty
              label={reports.provider.change}
              party={report.provider}
              withFrameworks
              onChoose={(provider) => save({ provider })}
            />
          ),
        },
        {
          id: "receivedAt",
          term: facts.receivedAt,
          value: (
            <EditableText
              label={facts.receivedAt}
              value={format.moment(report.receivedAt)}
              placeholder={ui.unknown}
              check={checkMoment}
              onSave={(typed) => {
                const receivedAt = momentOf(typed);
                if (receivedAt !== undefined) save({ receivedAt });
              }}
            />
          ),
        },
        {
          id: "victim",
          term: facts.victim,
          value: (
            <EditableParty
              label={facts.victim}
              party={report.victim}
              withFrameworks={false}
              onChoose={(victim) => {
                if (victim.kind !== "framework") save({ victim });
              }}
            />
          ),
        },
        {
          id: "occurredAt",
          term: facts.occurredAt,
          value: (
            <EditableText
              label={facts.occurredAt}
              value={report.occurredAt === null ? "" : format.moment(report.occurredAt)}
              placeholder={ui.unknown}
              check={(typed) => (typed.trim() === "" ? null : checkMoment(typed))}
              onSave={(typed) => save({ occurredAt: momentOf(typed) ?? null })}
            />
          ),
        },
        {
          id: "category",
          term: facts.category,
          value: (
            <EditableChoice
              label={facts.category}
              value={report.category}
              shown={categoryWord(report.category, messages)}
              options={categories.map((value) => ({ value, label: categoryWord(value, messages) }))}
              onChoose={(category) => category !== null && save({ category })}
            />
          ),
        },
        {
          id: "channel",
          term: facts.channel,
          value: (
            <EditableChoice
              label={facts.channel}
              value={report.channel}
              shown={vocabulary.channel[report.channel]}
              options={CHANNELS.map((value) => ({ value, label: vocabulary.channel[value] }))}
              onChoose={(channel) => channel !== null && save({ channel })}
            />
          ),
        },
        {
          id: "items",
          term: facts.items,
          value: (
            <EditableText
              label={facts.items}
              value={String(report.items)}
              shown={format.items(report.items)}
              placeholder="1"
              check={(typed) => ((readWholeNumber(typed) ?? 0) < 1 ? reports.entry.itemsInvalid : null)}
              onSave={(typed) => save({ items: readWholeNumber(typed) ?? report.items })}
            />
          ),
        },
        {
          id: "tlp",
          term: facts.tlp,
          value: (
            <EditableChoice
              label={facts.tlp}
              value={report.tlp}
              shown={report.tlp === null ? ui.none : <TlpLabel tlp={report.tlp} />}
              options={[{ value: null, label: ui.none }, ...TLP_LABELS.map((value) => ({ value, label: value }))]}
              onChoose={(tlp) => save({ tlp })}
            />
          ),
        },
        {
          id: "notShared",
          term: facts.notShared,
          value: (
            <EditableChoice
              label={facts.notShared}
              value={report.notShared}
              shown={report.notShared === null ? ui.none : vocabulary.notShared[report.notShared]}
              options={[
                { value: null, label: ui.none },
                ...NOT_SHARED_REASONS.map((value) => ({ value, label: vocabulary.notShared[value] })),
              ]}
              onChoose={(notShared) => save({ notShared })}
            />
          ),
        },
        {
          id: "handling",
          term: facts.handling,
          value: (
            <EditableText
              label={facts.handling}
              value={report.handling ?? ""}
              placeholder={ui.none}
              onSave={(handling) => save({ handling: handling.trim() === "" ? null : handling.trim() })}
            />
          ),
        },
        {
          id: "cases",
          term: facts.cases,
          wide: true,
          value: <RecordLinks records={report.cases} none={ui.none} onOpen={(id) => goToRecord("case", id)} />,
        },
        {
          id: "sharings",
          term: facts.sharings,
          wide: true,
          value: <RecordLinks records={report.sharings} none={ui.none} onOpen={(id) => goToRecord("sharing", id)} />,
        },
      ]}
    />
  );
}

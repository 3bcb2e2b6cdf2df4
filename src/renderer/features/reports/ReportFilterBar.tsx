import { KNOWN_CATEGORIES } from "#shared/domain/category.ts";
import { ASSESSMENTS } from "#shared/domain/vocabulary.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useReportsView, type ReportsViewFilter } from "#renderer/state/reportsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { FilterBar, FilterText } from "#renderer/ui/FilterBar.tsx";
import { SentenceChoice } from "#renderer/ui/SentenceChoice.tsx";

const STANDINGS = ["all", "counted", "outside", "void"] as const;

function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((item) => item !== value) : [...list, value];
}

/** 〔2022年10月～12月〕の〔すべて〕の情報提供、種別は〔全種別〕、判定は〔どれでも〕… */
export function ReportFilterBar() {
  const { reports, vocabulary, format } = useMessages();
  const quarter = useShownQuarter();
  const filter = useReportsView((state) => state.filter);
  const narrow = useReportsView((state) => state.narrow);
  const { sentence, labels } = reports.filter;
  const wordsOf = (chosen: readonly string[], any: string, word: (value: string) => string) => {
    if (chosen.length === 0) return any;
    return chosen.length <= 2 ? format.list(chosen.map(word)) : reports.filter.chosen(chosen.length);
  };
  const assessmentWord = (value: string) => ASSESSMENTS.find((known) => known === value) ?? "undetermined";
  const categoryOptions = KNOWN_CATEGORIES.map((value) => ({ value, label: vocabulary.category[value] }));
  return (
    <FilterBar label={reports.filter.label}>
      <SentenceChoice
        label={labels.quarter}
        text={filter.allQuarters ? reports.filter.anyQuarter : format.quarter(quarter)}
        options={[
          { value: "shown", label: format.quarter(quarter) },
          { value: "all", label: reports.filter.anyQuarter },
        ]}
        chosen={[filter.allQuarters ? "all" : "shown"]}
        onToggle={(value) => narrow({ allQuarters: value === "all" })}
      />
      {sentence.afterQuarter}
      <SentenceChoice
        label={labels.standing}
        text={reports.filter.standing[filter.standing]}
        options={STANDINGS.map((value) => ({ value, label: reports.filter.standing[value] }))}
        chosen={[filter.standing]}
        onToggle={(standing: ReportsViewFilter["standing"]) => narrow({ standing })}
      />
      {sentence.afterStanding}
      <SentenceChoice
        label={labels.category}
        text={wordsOf(
          filter.categories,
          reports.filter.anyCategory,
          (value) => categoryOptions.find((option) => option.value === value)?.label ?? value,
        )}
        options={categoryOptions}
        chosen={KNOWN_CATEGORIES.filter((known) => filter.categories.includes(known))}
        multiple
        onToggle={(value) => narrow({ categories: toggled(filter.categories, value) })}
      />
      {sentence.afterCategory}
      <SentenceChoice
        label={labels.assessment}
        text={wordsOf(
          filter.assessments,
          reports.filter.anyAssessment,
          (value) => vocabulary.assessment[assessmentWord(value)],
        )}
        options={ASSESSMENTS.map((value) => ({ value, label: vocabulary.assessment[value] }))}
        chosen={filter.assessments}
        multiple
        onToggle={(value) => narrow({ assessments: toggled(filter.assessments, value) })}
      />
      {sentence.afterAssessment}
      <SentenceChoice
        label={labels.cases}
        text={filter.withoutCase ? reports.filter.cases.without : reports.filter.cases.any}
        options={[
          { value: "any", label: reports.filter.cases.any },
          { value: "without", label: reports.filter.cases.without },
        ]}
        chosen={[filter.withoutCase ? "without" : "any"]}
        onToggle={(value) => narrow({ withoutCase: value === "without" })}
      />
      {sentence.afterCases}
      <FilterText
        label={labels.text}
        placeholder={reports.filter.textPlaceholder}
        value={filter.text}
        onChange={(text) => narrow({ text })}
      />
    </FilterBar>
  );
}

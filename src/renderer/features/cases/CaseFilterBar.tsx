import { Button } from "@mantine/core";
import { ORIGINS } from "#shared/domain/vocabulary.ts";
import { useCaseFilter } from "#renderer/state/caseFilter.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { FilterBar, FilterText } from "#renderer/ui/FilterBar.tsx";
import { SentenceChoice } from "#renderer/ui/SentenceChoice.tsx";

/** The filter reads as a sentence: 〔全期間〕に始まった〔全区分〕の案件で〔　〕を含むもの. */
export function CaseFilterBar({ onCreate }: { onCreate(): void }) {
  const { cases: words, format, vocabulary } = useMessages();
  const quarter = useShownQuarter();
  const { inQuarter, origin, text, set } = useCaseFilter();
  const originWord = origin === null ? words.filter.anyOrigin : vocabulary.origin[origin];
  return (
    <FilterBar label={words.filter.label} aside={<Button onClick={onCreate}>{words.create}</Button>}>
      <SentenceChoice
        label={words.filter.period}
        text={inQuarter ? format.quarter(quarter) : words.filter.anyQuarter}
        options={[
          { value: "all", label: words.filter.anyQuarter },
          { value: "quarter", label: format.quarter(quarter) },
        ]}
        chosen={[inQuarter ? "quarter" : "all"]}
        onToggle={(value) => set({ inQuarter: value === "quarter" })}
      />
      {words.filter.after.quarter}
      <SentenceChoice
        label={words.columns.origin}
        text={originWord}
        options={[
          { value: "any" as const, label: words.filter.anyOrigin },
          ...ORIGINS.map((value) => ({ value, label: vocabulary.origin[value] })),
        ]}
        chosen={[origin ?? "any"]}
        onToggle={(value) => set({ origin: value === "any" ? null : value })}
      />
      {words.filter.after.origin}
      <FilterText
        label={words.filter.placeholder}
        placeholder={words.filter.placeholder}
        value={text}
        onChange={(next) => set({ text: next })}
      />
      {words.filter.after.text}
    </FilterBar>
  );
}

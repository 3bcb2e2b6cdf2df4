import { ORIGINS, SHARING_STATES } from "#shared/domain/vocabulary.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { FilterBar } from "#renderer/ui/FilterBar.tsx";
import { SentenceChoice } from "#renderer/ui/SentenceChoice.tsx";

/** 〔2022年10月～12月〕に共有した〔全区分〕の情報共有で、状態は〔どれでも〕のもの */
export function SharingFilterBar() {
  const { sharings, vocabulary, format } = useMessages();
  const quarter = useShownQuarter();
  const { filter, narrow } = useSharingsView();
  const { after, anyQuarter, anyOrigin, anyState, label } = sharings.filter;
  const stateWords = format.list(filter.states.map((state) => vocabulary.sharingState[state]));
  return (
    <FilterBar label={label}>
      <SentenceChoice
        label={sharings.columns.sharedAt}
        text={filter.allQuarters ? anyQuarter : format.quarter(quarter)}
        options={[
          { value: "shown", label: format.quarter(quarter) },
          { value: "all", label: anyQuarter },
        ]}
        chosen={[filter.allQuarters ? "all" : "shown"]}
        onToggle={(value) => narrow({ allQuarters: value === "all" })}
      />
      {filter.allQuarters ? after.anyQuarter : after.quarter}
      <SentenceChoice
        label={sharings.columns.origin}
        text={filter.origin === null ? anyOrigin : vocabulary.origin[filter.origin]}
        options={[
          { value: "any", label: anyOrigin },
          ...ORIGINS.map((value) => ({ value, label: vocabulary.origin[value] })),
        ]}
        chosen={[filter.origin ?? "any"]}
        onToggle={(value) => narrow({ origin: value === "any" ? null : value })}
      />
      {after.origin}
      <SentenceChoice
        label={sharings.columns.state}
        text={filter.states.length === 0 ? anyState : stateWords}
        options={SHARING_STATES.map((value) => ({ value, label: vocabulary.sharingState[value] }))}
        chosen={filter.states}
        multiple
        onToggle={(value) =>
          narrow({
            states: filter.states.includes(value)
              ? filter.states.filter((state) => state !== value)
              : [...filter.states, value],
          })
        }
      />
      {after.state}
    </FilterBar>
  );
}

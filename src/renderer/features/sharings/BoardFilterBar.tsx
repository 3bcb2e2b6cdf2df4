import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { FilterBar } from "#renderer/ui/FilterBar.tsx";
import { SentenceChoice } from "#renderer/ui/SentenceChoice.tsx";

/** 〔2022年10月～12月〕に共有したものと、共有前のすべて */
export function BoardFilterBar() {
  const { sharings, format } = useMessages();
  const quarter = useShownQuarter();
  const { filter, narrow } = useSharingsView();
  const { afterBoard, anyQuarter, label } = sharings.filter;
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
      {filter.allQuarters ? afterBoard.anyQuarter : afterBoard.quarter}
    </FilterBar>
  );
}

import { useEffect, useRef, useState } from "react";

/**
 * The text of a field whose value is kept elsewhere and comes back later than React needs it: the field keeps its own
 * text while it has the focus, so that an input method is never disturbed, and follows the kept value otherwise.
 */
export function useOwnText(kept: string, keep: (text: string) => void) {
  const [text, setText] = useState(kept);
  const focused = useRef(false);
  useEffect(() => {
    if (!focused.current) setText(kept);
  }, [kept]);
  return {
    value: text,
    onFocus: () => {
      focused.current = true;
    },
    onBlur: () => {
      focused.current = false;
      setText(kept);
    },
    onChange: (event: { currentTarget: { value: string } }) => {
      setText(event.currentTarget.value);
      keep(event.currentTarget.value);
    },
  };
}

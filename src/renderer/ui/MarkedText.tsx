/** A text with the matches in it marked; offsets are UTF-16, in order. */
export function MarkedText({ text, marks }: { text: string; marks: readonly { start: number; end: number }[] }) {
  let from = 0;
  const pieces = marks.flatMap(({ start, end }) => {
    if (start < from || end <= start) return [];
    const before = text.slice(from, start);
    from = end;
    return [before, <mark key={start}>{text.slice(start, end)}</mark>];
  });
  return (
    <>
      {pieces}
      {text.slice(from)}
    </>
  );
}

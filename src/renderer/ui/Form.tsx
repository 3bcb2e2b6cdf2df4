import type { ReactNode } from "react";
import { isComposingKey } from "#renderer/commands/shortcut.ts";

/** A form that Enter submits, and Ctrl Enter from any of its fields, but never the Enter that commits a conversion of an input method. */
export function Form({
  className,
  label,
  onSubmit,
  children,
}: {
  className?: string | undefined;
  label?: string;
  onSubmit(): void;
  children: ReactNode;
}) {
  return (
    <form
      className={className}
      aria-label={label}
      noValidate
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        if (isComposingKey(event.nativeEvent)) return event.preventDefault();
        if (event.defaultPrevented || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

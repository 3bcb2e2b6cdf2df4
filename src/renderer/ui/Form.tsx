import type { ReactNode } from "react";
import { isComposingKey } from "#renderer/commands/shortcut.ts";

/** A form that Enter submits, but never the Enter that commits a conversion of an input method. */
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
        if (event.key === "Enter" && isComposingKey(event.nativeEvent)) event.preventDefault();
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

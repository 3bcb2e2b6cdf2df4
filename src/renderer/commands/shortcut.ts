/**
 * A shortcut is written as it is shown: `Ctrl+K`, `Ctrl+Shift+Z`, `J`, `?`, `Enter`, `Escape`. `Ctrl` is also the
 * Command key of a Mac. A letter means the key itself, whatever the case.
 */
export type Shortcut = string;

/** The part of a keyboard event that matters here. */
export type KeyPress = {
  key: string;
  code?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
};

/**
 * True while an input method composes. Enter then commits a conversion and Escape drops it; neither may reach the
 * application. Some input methods send the committing key with keyCode 229 after `isComposing` has ended.
 */
export function isComposingKey(press: Pick<KeyPress, "isComposing" | "keyCode">): boolean {
  return press.isComposing || press.keyCode === 229;
}

type Parsed = { key: string; ctrl: boolean; alt: boolean; shift: boolean };

function parseShortcut(shortcut: Shortcut): Parsed {
  const parts = shortcut.split(/\+(?=.)/);
  const key = parts.at(-1) ?? "";
  return { key, ctrl: parts.includes("Ctrl"), alt: parts.includes("Alt"), shift: parts.includes("Shift") };
}

/** The letter or digit of a key even when a Japanese keyboard mode writes a full-width or kana character with it. */
function keyOf(press: KeyPress): string {
  const letter = /^(?:Key|Digit)([A-Z0-9])$/.exec(press.code ?? "")?.[1];
  const isAscii = /^[\x20-\x7e]$/.test(press.key);
  return letter !== undefined && press.key.length === 1 && !isAscii ? letter : press.key;
}

export function matchesShortcut(press: KeyPress, shortcut: Shortcut): boolean {
  const wanted = parseShortcut(shortcut);
  if (wanted.ctrl !== (press.ctrlKey || press.metaKey) || wanted.alt !== press.altKey) return false;
  const key = keyOf(press);
  if (/^[A-Za-z]$/.test(wanted.key)) {
    return wanted.key.toUpperCase() === key.toUpperCase() && wanted.shift === press.shiftKey;
  }
  // A sign such as ? needs Shift on some layouts and not on others: what it writes is what counts.
  if (wanted.key.length === 1 && !/\d/.test(wanted.key)) return wanted.key === key;
  return wanted.key === key && wanted.shift === press.shiftKey;
}

/** True for a shortcut that would write into a text field. */
export function writesText(shortcut: Shortcut): boolean {
  const { key, ctrl, alt } = parseShortcut(shortcut);
  return (
    !ctrl && !alt && (key.length === 1 || ["Enter", "Space", "Home", "End"].includes(key) || key.startsWith("Arrow"))
  );
}

const SIGNS: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};

/** The keys as printed on a key cap: `Ctrl+K` gives `Ctrl` and `K`. */
export function keyCapsOf(shortcut: Shortcut): string[] {
  return shortcut.split(/\+(?=.)/).map((part) => SIGNS[part] ?? part);
}

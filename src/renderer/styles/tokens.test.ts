import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");

/** The custom properties of one theme. */
function tokensOf(theme: "light" | "dark"): (name: string) => string {
  const block = new RegExp(`color-scheme="${theme}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? "";
  const tokens = new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
  return (name) => tokens.get(name) ?? `no ${name}`;
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["paper", "surface", "sunken", "hover"];
const PAIRS = [
  ...["ink", "ink-soft", "ink-faint", "accent-ink", "wait", "danger", "good"].flatMap((ink) =>
    GROUNDS.map((ground) => [ink, ground] as const),
  ),
  ...["ink", "ink-soft", "accent-ink", "wait"].map((ink) => [ink, "accent-soft"] as const),
  ["ink", "mark"] as const,
  ["ink", "wait-soft"] as const,
  ["ink", "danger-soft"] as const,
  ["wait", "wait-soft"] as const,
  ["danger", "danger-soft"] as const,
  ["good", "good-soft"] as const,
  ["accent-contrast", "accent"] as const,
  ["accent-contrast", "accent-strong"] as const,
  ["accent-contrast", "danger-fill"] as const,
];

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  const token = tokensOf(theme);
  it.each(PAIRS)("%s on %s reaches 4.5 : 1", (ink, ground) => {
    expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(4.5);
  });
});

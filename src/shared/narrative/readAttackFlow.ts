import type { FigureIssue } from "./narrative.ts";

/** One step of an attack: from a node to a node, or at one node when `to` equals `from`. Indexes into `nodes`. */
export type AttackStep = { from: number; to: number; text: string };
/** A boundary drawn around neighbouring nodes, e.g. 組織内ネットワーク. `nodes` are indexes, rising. */
export type AttackGroup = { name: string; nodes: number[] };
export type AttackFlow = { nodes: string[]; groups: AttackGroup[]; steps: AttackStep[] };

/** More lanes than this cannot be read at the width of an A4 page. */
export const MAX_ATTACK_NODES = 9;

const ARROW = /\s*(?:->|=>|→|⇒|➡)\s*/u;
const GROUP = /^[[［]\s*(?<name>[^\]］]*?)\s*[\]］]\s*(?<members>.*)$/u;
const STEP_NUMBER = /^(?:[①-⑳]|[（(]?\d{1,2}[)）.．、])\s*/u;
/** A colon that ends a name: full-width, or half-width not followed by // (so that a URL can be a name). */
const COLON = /\s*(?:：|:(?!\/\/))\s*/u;

/**
 * Reads the text of an attack-flow figure.
 *
 * ```
 * [組織内ネットワーク] VPN 装置、AD、サーバ        a boundary around nodes (optional)
 * 攻撃者 -> VPN 装置: 認証情報を悪用して侵入        a step; it becomes ①, the next ②, …
 * AD: 管理者の権限を奪取                            a step at one place
 * ```
 * Nodes stand in the order they are first named in; `→`, `⇒` and `=>` serve as arrows, `：` as the colon; a number that
 * the writer put before a step is dropped. Lines that cannot be read are reported, and the rest is still drawn.
 */
export function readAttackFlow(source: string): { flow: AttackFlow; issues: FigureIssue[] } {
  const reader = new AttackFlowReader();
  source.split("\n").forEach((text, index) => reader.readLine(text.trim(), index + 1));
  return reader.finish();
}

class AttackFlowReader {
  readonly #names: string[] = [];
  readonly #groups: { name: string; members: string[]; line: number; text: string }[] = [];
  readonly #steps: AttackStep[] = [];
  readonly #issues: FigureIssue[] = [];

  readLine(text: string, line: number): void {
    if (text === "") return;
    const group = GROUP.exec(text)?.groups;
    if (group) this.#readGroup(group["name"] ?? "", group["members"] ?? "", line, text);
    else this.#readStep(text, line);
  }

  finish(): { flow: AttackFlow; issues: FigureIssue[] } {
    for (const group of this.#groups) {
      for (const member of group.members) this.#node(member);
    }
    const nodes = this.#arrange();
    const groups = this.#groups.map(({ name, members }) => ({
      name,
      nodes: [...new Set(members.map((member) => nodes.indexOf(member)))].sort((a, b) => a - b),
    }));
    const moved = this.#names.map((name) => nodes.indexOf(name));
    const steps = this.#steps.map(({ from, to, text }) => ({ from: moved[from] ?? 0, to: moved[to] ?? 0, text }));
    if (steps.length === 0 && this.#issues.length === 0) this.#report("figure.empty", 1, "");
    if (nodes.length > MAX_ATTACK_NODES) this.#report("figure.too-many-nodes", 1, nodes[MAX_ATTACK_NODES] ?? "");
    return { flow: { nodes, groups, steps }, issues: this.#issues };
  }

  #readGroup(name: string, members: string, line: number, text: string): void {
    const names = members
      .split(/\s*[,，、]\s*/u)
      .map((member) => member.trim())
      .filter((member) => member !== "");
    const free = names.filter((member) => !this.#groups.some((group) => group.members.includes(member)));
    if (free.length === 0) this.#report("figure.empty-group", line, text);
    else this.#groups.push({ name, members: free, line, text });
  }

  #readStep(line: string, lineNumber: number): void {
    const text = line.replace(STEP_NUMBER, "");
    const arrow = ARROW.exec(text);
    const colon = COLON.exec(arrow ? text.slice(arrow.index + arrow[0].length) : text);
    if (!arrow && !colon) return this.#report("figure.no-arrow-or-colon", lineNumber, line);
    const rest = arrow ? text.slice(arrow.index + arrow[0].length) : text;
    const target = (colon ? rest.slice(0, colon.index) : rest).trim();
    const origin = arrow ? text.slice(0, arrow.index).trim() : target;
    const words = colon ? rest.slice(colon.index + colon[0].length).trim() : "";
    if (origin === "" || target === "") return this.#report("figure.missing-end", lineNumber, line);
    if (words === "") return this.#report("figure.missing-text", lineNumber, line);
    this.#steps.push({ from: this.#node(origin), to: this.#node(target), text: words });
  }

  #node(name: string): number {
    const known = this.#names.indexOf(name);
    if (known >= 0) return known;
    return this.#names.push(name) - 1;
  }

  /** Order of appearance, but a group's members stay side by side, where its first one appears. */
  #arrange(): string[] {
    const placed: string[] = [];
    for (const name of this.#names) {
      const members = this.#groups.find((group) => group.members.includes(name))?.members ?? [name];
      const inOrder = this.#names.filter((other) => members.includes(other));
      for (const member of inOrder) if (!placed.includes(member)) placed.push(member);
    }
    return placed;
  }

  #report(code: FigureIssue["code"], line: number, text: string): void {
    this.#issues.push({ code, line, text });
  }
}

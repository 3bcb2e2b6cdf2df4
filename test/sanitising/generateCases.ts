import { ALL_DISGUISES, type Disguise } from "./allDisguises.ts";
import type { Invented } from "./inventRoster.ts";
import { decoyForm, indicatorForm, mustForms, reviewForm, type Form } from "./plantedForms.ts";
import { seededRandom, type Random } from "./seededRandom.ts";
import { FILLERS, HELD_OUT_LINKS, HELD_OUT_PROSE, TUNED_LINKS, TUNED_PROSE } from "./templates.ts";

/** Something put into a text, and where it stands there. */
export type Plant = {
  role: "must" | "review" | "decoy" | "indicator";
  form: string;
  disguise: string;
  /** Before it was disguised. */
  plain: string;
  /** As it stands in the text. */
  text: string;
  start: number;
  end: number;
};

export type PlantedCase = { id: string; text: string; parties: string[]; plants: Plant[] };

export type GeneratorOptions = {
  seed: number;
  cases: number;
  mustsPerCase: number;
  templates: "tuned" | "held-out";
  /** Only disguises that this decoder is needed for. */
  decoder?: string;
};

/** Texts with identifiers planted in many disguises, look-alikes and attackers' indicators between them. */
export function generateCases(roster: readonly Invented[], options: GeneratorOptions): PlantedCase[] {
  const random = seededRandom(options.seed);
  return Array.from({ length: options.cases }, (_, index) => {
    const party = random.pick(roster);
    const parent = roster.find(({ id }) => id === party.parent);
    const writer = new CaseWriter(random, options);
    for (let plant = 0; plant < options.mustsPerCase; plant += 1) {
      writer.plantMust(random.pick(mustForms(party, parent, random)));
      if (plant % 4 === 0) writer.plant("review", reviewForm(random));
      if (plant % 3 === 0) writer.plant("decoy", decoyForm(random));
      if (plant % 3 === 1) writer.plant("indicator", indicatorForm(random));
      if (plant % 5 === 0) writer.write(random.pick(FILLERS));
    }
    return { id: `case-${index}`, text: writer.text, parties: [party.id], plants: writer.plants };
  });
}

class CaseWriter {
  text = "";
  readonly plants: Plant[] = [];
  readonly #random: Random;
  readonly #prose: readonly string[];
  readonly #links: readonly string[];

  readonly #disguises: readonly Disguise[];

  constructor(random: Random, { templates, decoder }: GeneratorOptions) {
    this.#random = random;
    this.#disguises = ALL_DISGUISES.filter((disguise) => decoder === undefined || disguise.decoder === decoder);
    this.#prose = templates === "tuned" ? TUNED_PROSE : HELD_OUT_PROSE;
    this.#links = templates === "tuned" ? TUNED_LINKS : HELD_OUT_LINKS;
  }

  write(sentence: string): void {
    this.text += `${sentence}\n\n`;
  }

  plantMust({ name, text }: Form): void {
    const fitting = this.#disguises.filter(({ fits }) => fits?.(text) ?? true);
    if (fitting.length === 0) return;
    const disguise = this.#random.pick(fitting);
    this.#put("must", name, disguise, text, disguise.hide(text, this.#random));
  }

  plant(role: Plant["role"], { name, text }: Form): void {
    this.#put(role, name, { name: "plain", place: "prose", hide: (plain) => plain }, text, text);
  }

  #put(role: Plant["role"], form: string, disguise: Disguise, plain: string, text: string): void {
    const template = this.#random.pick(disguise.place === "link" ? this.#links : this.#prose);
    const [before = "", after = ""] = template.split("■");
    const start = this.text.length + before.length;
    this.plants.push({ role, form, disguise: disguise.name, plain, text, start, end: start + text.length });
    this.write(`${before}${text}${after}`);
  }
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "#shared/errors.ts";
import { takeBackEntry, undoState } from "../audit/undo.ts";
import { approvalHandlers } from "../approvals/approvals.handlers.ts";
import { gateHandlers } from "../gate/gate.handlers.ts";
import { sharingHandlers } from "./sharings.handlers.ts";
import { openSharedBook, type SharedBook } from "./testing/sharedBook.ts";

/*
 * Analysts do what they like with one sharing, in any order. Whatever they do, it is given out only when its words have no
 * finding, another than their author released exactly them, and everybody who provided them last said yes to exactly them.
 * What holds is kept here in a model of its own: words, who wrote them, who said what about which words.
 */
const SHARING = "s-two";
const PROVIDERS = ["akane", "beni"] as const;
const PERSONS = ["佐伯", "三田", "三 田"] as const;
const CLEAN = ["不審なメールが届いた。", "不審なメールが二件届いた。"] as const;
const TELLING = "茜金属株式会社に不審なメールが届いた。";

type Model = {
  body: string;
  author: string | null;
  /** Last answers about each text. */
  answers: Map<string, boolean>;
  releases: Set<string>;
  issues: number;
  withdrawn: boolean;
};
type Real = { book: SharedBook };
type Person = (typeof PERSONS)[number];

const plain = (name: string) => name.replaceAll(" ", "");

function mayLeave({ body, author, answers, releases, withdrawn }: Model): boolean {
  const isReleased = PERSONS.some(
    (person) => plain(person) !== plain(author ?? "") && releases.has(`${body} ${person}`),
  );
  const isConsented = PROVIDERS.every((provider) => answers.get(`${body} ${provider}`) === true);
  return !withdrawn && body !== TELLING && isReleased && isConsented;
}

/** @returns whether it was done; refusals are part of the trade, anything else is a fault */
async function attempt(act: () => unknown): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code !== "internal") return false;
    throw error;
  }
}

abstract class Step implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  abstract run(model: Model, real: Real): Promise<void>;
  abstract toString(): string;
  protected id = ({ book }: Real) => book.idOf("sharings", SHARING);
}

class Write extends Step {
  readonly person: Person;
  readonly body: string;
  constructor(person: Person, body: string) {
    super();
    this.person = person;
    this.body = body;
  }
  async run(model: Model, real: Real) {
    const { book } = real;
    const done = await attempt(() =>
      sharingHandlers(book.as(this.person)).update({ id: this.id(real), fields: { body: this.body } }, book.call),
    );
    expect(done).toBe(!model.withdrawn);
    if (done && model.body !== this.body) Object.assign(model, { body: this.body, author: this.person });
  }
  toString = () => `${this.person} writes ${this.body}`;
}

class Answer extends Step {
  readonly provider: (typeof PROVIDERS)[number];
  readonly isYes: boolean;
  constructor(provider: (typeof PROVIDERS)[number], isYes: boolean) {
    super();
    this.provider = provider;
    this.isYes = isYes;
  }
  async run(model: Model, { book }: Real) {
    const text = book.text(SHARING);
    await approvalHandlers(book.context).record(
      {
        text,
        sha256: book.sha256(text),
        party: { organizationId: book.idOf("organizations", this.provider) },
        answers: [{ purpose: "share", decision: this.isYes ? "approved" : "declined", terms: [] }],
        at: book.clock.nowMs,
        how: "電話",
        conditions: null,
        evidence: null,
      },
      book.call,
    );
    model.answers.set(`${model.body} ${this.provider}`, this.isYes);
  }
  toString = () => `${this.provider} says ${this.isYes ? "yes" : "no"}`;
}

class Release extends Step {
  readonly person: Person;
  constructor(person: Person) {
    super();
    this.person = person;
  }
  async run(model: Model, { book }: Real) {
    const text = book.text(SHARING);
    const released = { text, purpose: "share" as const, sha256: book.sha256(text) };
    const done = await attempt(() => gateHandlers(book.as(this.person)).release(released, book.call));
    expect(done).toBe(model.body !== TELLING && plain(this.person) !== plain(model.author ?? ""));
    if (done) model.releases.add(`${model.body} ${this.person}`);
  }
  toString = () => `${this.person} releases`;
}

class Advance extends Step {
  readonly to: "draft" | "sanitised" | "awaiting-approval" | "approved";
  constructor(to: "draft" | "sanitised" | "awaiting-approval" | "approved") {
    super();
    this.to = to;
  }
  async run(_model: Model, real: Real) {
    const { book } = real;
    await attempt(() => sharingHandlers(book.context).advance({ id: this.id(real), to: this.to }, book.call));
  }
  toString = () => `moves to ${this.to}`;
}

class Issue extends Step {
  async run(model: Model, real: Real) {
    const { book } = real;
    const done = await attempt(() => sharingHandlers(book.context).issue({ id: this.id(real) }, book.call));
    expect(done).toBe(mayLeave(model));
    if (done) model.issues += 1;
  }
  toString = () => "is issued";
}

class Withdraw extends Step {
  async run(model: Model, real: Real) {
    const { book } = real;
    const done = await attempt(() =>
      sharingHandlers(book.context).withdraw({ id: this.id(real), reason: "誤報" }, book.call),
    );
    expect(done).toBe(!model.withdrawn);
    if (done && model.issues > 0) model.issues += 1;
    model.withdrawn = true;
  }
  toString = () => "is withdrawn";
}

/** Takes an edit back, when that is all that was done last: who wrote the words before is their author again. */
class UndoAdvance extends Step {
  async run(_model: Model, { book }: Real) {
    const { session } = book;
    const { undo } = undoState(session.journal);
    if (undo?.action === "sharings.advance") takeBackEntry(session, undo, "audit.undo");
  }
  toString = () => "undo of a move";
}

const person = fc.constantFrom(...PERSONS);
const steps = [
  fc.tuple(person, fc.constantFrom(...CLEAN, TELLING)).map(([who, body]) => new Write(who, body)),
  fc.tuple(fc.constantFrom(...PROVIDERS), fc.boolean()).map(([who, isYes]) => new Answer(who, isYes)),
  fc.constantFrom(...PROVIDERS).map((who) => new Answer(who, true)),
  person.map((who) => new Release(who)),
  fc.constantFrom("draft", "sanitised", "awaiting-approval", "approved").map((to) => new Advance(to)),
  fc.constant(new Issue()),
  fc.constant(new Issue()),
  fc.constant(new UndoAdvance()),
];

async function holdsThroughout(commands: Iterable<fc.AsyncCommand<Model, Real>>) {
  const book = openSharedBook();
  const { body } = await sharingHandlers(book.context).get({ id: book.idOf("sharings", SHARING) }, book.call);
  const model: Model = { body, author: null, answers: new Map(), releases: new Set(), issues: 0, withdrawn: false };
  await fc.asyncModelRun(() => ({ model, real: { book } }), commands);
  const sharing = await sharingHandlers(book.context).get({ id: book.idOf("sharings", SHARING) }, book.call);
  expect(sharing.version).toBe(model.issues);
  expect(sharing.issues.map(({ version }) => version)).toEqual(Array.from({ length: model.issues }, (_, n) => n + 1));
  expect(sharing.sharedAt !== null).toBe(model.issues > 0);
  expect(sharing.state === "withdrawn").toBe(model.withdrawn);
  expect(sharing.state === "shared").toBe(model.issues > 0 && !model.withdrawn);
}

test("no sequence of commands gives out what has findings, one person's word, or no consent to its words", async () => {
  await fc.assert(fc.asyncProperty(fc.commands(steps, { maxCommands: 14 }), holdsThroughout), {
    numRuns: 30,
    endOnFailure: true,
  });
}, 120_000);

test("a sequence that does all of it does give it out, and corrects and withdraws it", async () => {
  await holdsThroughout([
    new Write("佐伯", CLEAN[0]),
    new Answer("akane", true),
    new Release("三田"),
    new Issue(),
    new Answer("beni", true),
    new Issue(),
    new Write("三 田", CLEAN[1]),
    new Release("三田"),
    new Answer("akane", true),
    new Answer("beni", true),
    new Issue(),
    new Release("佐伯"),
    new Issue(),
    new Withdraw(),
    new Issue(),
    new Write("佐伯", CLEAN[0]),
    new Withdraw(),
  ]);
}, 60_000);

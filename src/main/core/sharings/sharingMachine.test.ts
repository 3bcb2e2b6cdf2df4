import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConsentTerm } from "#shared/domain/consent.ts";
import type { TlpLabel } from "#shared/domain/tlp.ts";
import type { ApprovalDecision } from "#shared/domain/vocabulary.ts";
import { AppError } from "#shared/errors.ts";
import { takeBackEntry, undoState } from "../audit/undo.ts";
import { approvalHandlers } from "../approvals/approvals.handlers.ts";
import { gateHandlers } from "../gate/gate.handlers.ts";
import { sharingHandlers } from "./sharings.handlers.ts";
import { openSharedBook, TELLING as TELLING_INDICATOR, type SharedBook } from "./testing/sharedBook.ts";

/*
 * Analysts do what they like with one sharing, in any order. Whatever they do, it is given out only when nothing that goes out
 * (words, list, note) tells, another than the words' author released exactly all of it, and everybody who provided it last said
 * yes to exactly all of it, or to all but a list that does not go. A withdrawal is told by another than who worded it, once.
 * What holds is kept here in a model of its own: what goes out, who wrote it, who said what about what.
 */
const SHARING = "s-two";
const PROVIDERS = ["akane", "beni"] as const;
const PERSONS = ["佐伯", "三田", "三 田"] as const;
const CLEAN = ["不審なメールが届いた。", "不審なメールが二件届いた。"] as const;
const TELLING = "茜金属株式会社に不審なメールが届いた。";
const INDICATORS = ["domain-name update-mail.test", "ipv4-addr 203.0.113.9"];
/** What is held back of the list. */
const WITHHELD = {
  tells: [],
  whole: [TELLING_INDICATOR],
  part: [TELLING_INDICATOR, INDICATORS[0] ?? ""],
  none: [TELLING_INDICATOR, ...INDICATORS],
} as const;
type List = keyof typeof WITHHELD;
const NOTES = ["件数を改めた。", "茜金属株式会社の指摘による。", null] as const;
type Said = "yes" | "no" | "yes-without-list";

type Model = {
  body: string;
  author: string | null;
  list: List;
  tlp: TlpLabel;
  note: string | null;
  /** What was said, last last: about which words, labels and note, and about which list. */
  answers: { provider: string; rest: string; list: List; said: Said }[];
  releases: Set<string>;
  issues: number;
  withdrawn: boolean;
  /** Who worded a withdrawal of which nobody was told; null when there is none. */
  untold: string | null;
};
type Real = { book: SharedBook };
type Person = (typeof PERSONS)[number];

const plain = (name: string) => name.replaceAll(" ", "");

/** All that goes out but the list; a note is one of a correction. */
const restOf = ({ body, tlp, note, issues }: Model) => JSON.stringify([body, tlp, issues > 0 ? note : null]);
const allOf = (model: Model) => `${restOf(model)} ${model.list}`;
const tells = ({ body, list, note, issues }: Model) =>
  body === TELLING || list === "tells" || (issues > 0 && note === NOTES[1]);

function consents(model: Model, provider: string): boolean {
  const last = model.answers.findLast(
    (one) =>
      one.provider === provider &&
      one.rest === restOf(model) &&
      (one.list === model.list || one.said === "yes-without-list"),
  );
  return last?.said === "yes" || (last?.said === "yes-without-list" && model.list === "none");
}

function mayLeave(model: Model): boolean {
  const { author, releases, withdrawn } = model;
  const isReleased = PERSONS.some(
    (person) => plain(person) !== plain(author ?? "") && releases.has(`${allOf(model)} ${person}`),
  );
  return !withdrawn && !tells(model) && isReleased && PROVIDERS.every((provider) => consents(model, provider));
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

const ANSWERS = {
  yes: { decision: "approved", terms: [] },
  no: { decision: "declined", terms: [] },
  "yes-without-list": { decision: "conditional", terms: [{ kind: "no-indicator-list" }] },
} satisfies Record<Said, { decision: ApprovalDecision; terms: ConsentTerm[] }>;

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

/** Changes what goes out beside the words. */
class Enclose extends Step {
  readonly fields: Partial<Pick<Model, "list" | "tlp" | "note">>;
  constructor(fields: Enclose["fields"]) {
    super();
    this.fields = fields;
  }
  async run(model: Model, real: Real) {
    const { list, tlp, note } = this.fields;
    const fields = {
      ...(list !== undefined && { withheld: [...WITHHELD[list]] }),
      ...(tlp !== undefined && { tlp }),
      ...(note !== undefined && { correctionNote: note }),
    };
    const { context, call } = real.book;
    const done = await attempt(() => sharingHandlers(context).update({ id: this.id(real), fields }, call));
    expect(done).toBe(!model.withdrawn);
    if (done) Object.assign(model, this.fields);
  }
  toString = () => `goes out with ${JSON.stringify(this.fields)}`;
}

class Answer extends Step {
  readonly provider: (typeof PROVIDERS)[number];
  readonly said: Said;
  constructor(provider: (typeof PROVIDERS)[number], said: Said) {
    super();
    this.provider = provider;
    this.said = said;
  }
  async run(model: Model, { book }: Real) {
    const text = book.text(SHARING);
    await approvalHandlers(book.context).record(
      {
        text,
        sha256: book.sha256(text),
        party: { organizationId: book.idOf("organizations", this.provider) },
        answers: [{ purpose: "share", ...ANSWERS[this.said] }],
        at: book.clock.nowMs,
        how: "電話",
        conditions: null,
        evidence: null,
      },
      book.call,
    );
    model.answers.push({ provider: this.provider, rest: restOf(model), list: model.list, said: this.said });
  }
  toString = () => `${this.provider} says ${this.said}`;
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
    expect(done).toBe(!tells(model) && plain(this.person) !== plain(model.author ?? ""));
    if (done) model.releases.add(`${allOf(model)} ${this.person}`);
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
    if (done && model.issues > 0) Object.assign(model, { issues: model.issues + 1, untold: real.book.session.actor });
    model.withdrawn = true;
  }
  toString = () => "is withdrawn";
}

class Reword extends Step {
  readonly person: Person;
  constructor(person: Person) {
    super();
    this.person = person;
  }
  async run(model: Model, real: Real) {
    const { book } = real;
    const reworded = { id: this.id(real), reason: "誤りがあったため" };
    const done = await attempt(() => sharingHandlers(book.as(this.person)).rewordWithdrawal(reworded, book.call));
    expect(done).toBe(model.untold !== null);
    if (done) model.untold = this.person;
  }
  toString = () => `${this.person} says otherwise why it is withdrawn`;
}

class Tell extends Step {
  readonly person: Person;
  constructor(person: Person) {
    super();
    this.person = person;
  }
  async run(model: Model, real: Real) {
    const { book } = real;
    const done = await attempt(() =>
      sharingHandlers(book.as(this.person)).giveNotice({ id: this.id(real) }, book.call),
    );
    expect(done).toBe(model.untold !== null && plain(this.person) !== plain(model.untold));
    if (done) model.untold = null;
  }
  toString = () => `${this.person} tells that it is withdrawn`;
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
  fc
    .tuple(fc.constantFrom(...PROVIDERS), fc.constantFrom("yes", "no", "yes-without-list"))
    .map(([who, said]) => new Answer(who, said)),
  fc.constantFrom(...PROVIDERS).map((who) => new Answer(who, "yes")),
  fc.constantFrom("whole", "part", "none", "tells").map((list) => new Enclose({ list })),
  fc.oneof(
    fc.constantFrom("TLP:AMBER", "TLP:GREEN").map((tlp) => new Enclose({ tlp })),
    fc.constantFrom(...NOTES).map((note) => new Enclose({ note })),
    person.map((who) => new Reword(who)),
    person.map((who) => new Tell(who)),
    fc.constant(new Withdraw()),
  ),
  person.map((who) => new Release(who)),
  fc.constantFrom("draft", "sanitised", "awaiting-approval", "approved").map((to) => new Advance(to)),
  fc.constant(new Issue()),
  fc.constant(new Issue()),
  fc.constant(new UndoAdvance()),
];

const READY = [new Answer("akane", "yes"), new Answer("beni", "yes"), new Release("三田")];

async function holdsThroughout(commands: Iterable<fc.AsyncCommand<Model, Real>>) {
  const book = openSharedBook();
  const { body } = await sharingHandlers(book.context).get({ id: book.idOf("sharings", SHARING) }, book.call);
  const model: Model = {
    body,
    author: null,
    list: "whole",
    tlp: "TLP:AMBER",
    note: null,
    answers: [],
    releases: new Set(),
    issues: 0,
    withdrawn: false,
    untold: null,
  };
  await fc.asyncModelRun(() => ({ model, real: { book } }), commands);
  const sharing = await sharingHandlers(book.context).get({ id: book.idOf("sharings", SHARING) }, book.call);
  expect(sharing.version).toBe(model.issues);
  expect(sharing.issues.map(({ version }) => version)).toEqual(Array.from({ length: model.issues }, (_, n) => n + 1));
  expect(sharing.sharedAt !== null).toBe(model.issues > 0);
  expect(sharing.number !== null).toBe(model.issues > 0);
  expect(sharing.isNoticeDue).toBe(model.untold !== null);
  expect(sharing.state === "withdrawn").toBe(model.withdrawn);
  expect(sharing.state === "shared").toBe(model.issues > 0 && !model.withdrawn);
}

test("no sequence of commands gives out what has findings, one person's word, or no consent to its words", async () => {
  // Half of them begin where it could be given out at once.
  const begun = fc.constantFrom(true, false);
  const property = fc.asyncProperty(begun, fc.commands(steps, { maxCommands: 16 }), (isReady, commands) =>
    holdsThroughout([...(isReady ? READY : []), ...commands]),
  );
  await fc.assert(property, { numRuns: 16, endOnFailure: true });
}, 120_000);

test("a sequence that does all of it does give it out, and corrects and withdraws it", async () => {
  await holdsThroughout([
    new Write("佐伯", CLEAN[0]),
    new Answer("akane", "yes"),
    new Release("三田"),
    new Issue(),
    new Answer("beni", "yes"),
    new Enclose({ list: "part" }),
    new Issue(),
    new Enclose({ list: "whole", note: NOTES[0] }),
    new Issue(),
    new Write("三 田", CLEAN[1]),
    new Release("三田"),
    new Answer("akane", "yes"),
    new Answer("beni", "yes-without-list"),
    new Issue(),
    new Release("佐伯"),
    new Issue(),
    new Enclose({ list: "none" }),
    new Answer("akane", "yes"),
    new Issue(),
    new Release("佐伯"),
    new Issue(),
    new Enclose({ note: NOTES[1] }),
    new Release("佐伯"),
    new Issue(),
    new Tell("三田"),
    new Withdraw(),
    new Tell("佐伯"),
    new Reword("三 田"),
    new Tell("三田"),
    new Tell("佐伯"),
    new Tell("三田"),
    new Issue(),
    new Write("佐伯", CLEAN[0]),
    new Withdraw(),
  ]);
}, 60_000);

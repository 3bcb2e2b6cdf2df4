import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { createCore } from "#core/createCore.ts";
import { makeTestFolder } from "#core/testing/openTestBook.ts";
import { contract, coreContract, shellContract } from "#shared/contract/index.ts";
import { TOPICS, type AnyMethod } from "#shared/contract/define.ts";
import { ERROR_CODES } from "#shared/errors.ts";
import { describeError, LANGUAGES, messages } from "#shared/messages/messages.ts";
import type { ContractShape } from "#shared/rpc/contractTypes.ts";

function namesOf(shape: { readonly [feature: string]: object }): string[] {
  return Object.entries(shape)
    .flatMap(([feature, methods]) => Object.keys(methods).map((method) => `${feature}.${method}`))
    .sort();
}

function methodsOf(shape: ContractShape): [string, AnyMethod][] {
  return Object.entries(shape).flatMap(([feature, methods]) =>
    Object.entries(methods).map(([name, method]): [string, AnyMethod] => [`${feature}.${name}`, method]),
  );
}

const METHODS = methodsOf(contract);
const COMMANDS = METHODS.flatMap(([name, method]) => (method.kind === "command" ? [{ name, method }] : []));
const QUERIES = METHODS.flatMap(([name, method]) => (method.kind === "query" ? [{ name, method }] : []));

test("every method of the core has exactly one handler, and there is no other handler", async () => {
  const folder = makeTestFolder();
  const core = await createCore({ booksFolder: join(folder, "books"), stateFolder: join(folder, "state") });
  onTestFinished(() => core.close());
  expect(namesOf(core.handlers)).toEqual(namesOf(coreContract));
});

test("names are use cases of one feature: no table, no statement, no path", () => {
  for (const [name] of METHODS) {
    expect(name).toMatch(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/);
    expect(name).not.toMatch(/sql|table|row|insert|select|path/i);
  }
  expect(Object.keys(shellContract)).toEqual(["shell"]);
});

/** Names of all fields of a schema, wherever they lie in it. */
function fieldsOf(schema: z.ZodType): string[] {
  const fields = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "properties" && typeof inner === "object" && inner !== null)
        Object.keys(inner).forEach((name) => fields.add(name));
      visit(inner);
    }
  };
  visit(z.toJSONSchema(schema, { io: "input", unrepresentable: "any", cycles: "ref" }));
  return [...fields];
}

/** The way inside an archive to a mail of it, which is no place on a disk. */
const INSIDE_AN_ARCHIVE = "intake.importFile path";

test("no path crosses the contract", () => {
  const named = METHODS.flatMap(([name, { input, output }]) =>
    [...fieldsOf(input), ...fieldsOf(output)].map((field) => `${name} ${field}`),
  );
  expect(named).toContain("reports.list offset");
  expect(named.filter((one) => / .*(path|folder|directory)/i.test(one) && one !== INSIDE_AN_ARCHIVE)).toEqual([]);
});

describe("inputs", () => {
  test.each(METHODS)("%s refuses what is no object, and what it does not know", (_, { input }) => {
    for (const wrong of [undefined, null, 1, "x", []]) expect(input.safeParse(wrong).success).toBe(false);
    expect(input.safeParse({ "no such field": 1 }).success).toBe(false);
  });
});

test("every query says what it reads; every topic that a command changes is read by a query, or the other way round", () => {
  const read = new Set(QUERIES.flatMap(({ method }) => method.reads));
  const changed = new Set(COMMANDS.flatMap(({ method }) => method.changes));
  expect([...changed].filter((topic) => !read.has(topic))).toEqual([]);
  expect([...read].filter((topic) => !changed.has(topic) && topic !== "roster" && topic !== "sharings")).toEqual([]);
  expect([...read, ...changed].filter((topic) => !TOPICS.includes(topic))).toEqual([]);
});

describe.each(LANGUAGES)("in %s", (language) => {
  test("every error code has a sentence of its own, which stands without its parameters and with them", () => {
    const sentences = ERROR_CODES.map((code) => describeError({ code, params: {} }, language));
    for (const [position, sentence] of sentences.entries()) {
      expect({ code: ERROR_CODES[position], sentence }).toEqual({
        code: ERROR_CODES[position],
        sentence: expect.stringMatching(language === "ja" ? /[。）]$/ : /[.]$/),
      });
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    }
    expect(new Set(sentences).size).toBe(ERROR_CODES.length);
    expect(Object.keys(messages[language].errors).sort()).toEqual([...ERROR_CODES].sort());
    expect(
      describeError(
        { code: "exchange.invalid-line", params: { file: "a.ndjson", line: 7, field: "items", reason: "is missing" } },
        language,
      ),
    ).toMatch(/^line 7: items: is missing.*a\.ndjson/);
  });

  test("every command that undo can meet has a word", () => {
    const words = messages[language].frame.actions;
    const met = COMMANDS.map(({ name }) => name).filter((name) => !/^(casebook|shell|audit)\./.test(name));
    expect(met.filter((name) => !(name in words))).toEqual([]);
  });
});

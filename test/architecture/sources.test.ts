import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";

/*
 * What no tool of `npm run check` can see. Each rule is a function of a file's path and text, so that it can be shown to
 * find an offence before it is trusted on the sources.
 */
const ROOT = join(import.meta.dirname, "../..");
type Source = { path: string; text: string };
type Rule = (source: Source) => string[];

function readSources(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(ROOT, path).split(sep).join("/"), text: readFileSync(path, "utf8") }));
}

const SOURCES = ["src", "test", "build"].flatMap(readSources);
const isTest = (path: string) =>
  /\.(test|spec)\.tsx?$/.test(path) || path.startsWith("test/") || path.includes("/testing/");
const PRODUCT = SOURCES.filter(({ path }) => path.startsWith("src/") && !isTest(path));

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");

/** Words that say nothing of what a file does. */
const FORBIDDEN_NAMES = /^(utils?|helpers?|common|misc|manager|.*(Utils?|Helpers?|Manager)|index|constants|types)$/;
/** The contract's and the messages' tables of contents, and words the contract's files share. */
const ALLOWED_NAMES = new Set([
  "src/shared/contract/index.ts",
  "src/shared/contract/common.ts",
  "src/shared/messages/ja/index.ts",
  "src/shared/messages/en/index.ts",
]);

const namesSayWhatIsInThem: Rule = ({ path }) => {
  const name = basename(path).split(".")[0] ?? "";
  return FORBIDDEN_NAMES.test(name) && !ALLOWED_NAMES.has(path)
    ? [`${path}: ${name} says nothing of what is in it`]
    : [];
};

/** First letters of the words in a name, enough to know `connectPages` in `pageConnections`. */
const stemsOf = (name: string) =>
  (name.match(/[A-Z]?[a-z0-9]+|[A-Z]+/g) ?? []).map((word) => word.toLowerCase().slice(0, 3));

/** Named for what they are in the frame, by the word everybody uses for it. */
const NAMED_FOR_THEIR_PLACE =
  /^src\/(renderer\/bridge\.ts|shared\/messages\/|main\/cli\/commands\/|.*Repository\.ts$|.*\.d\.ts$)/;

const filesAreNamedForAnExport: Rule = ({ path, text }) => {
  const name = basename(path, extname(path));
  const exported = [...text.matchAll(/^export (?:async )?(?:function\*?|const|class|type|interface) (\w+)/gm)].map(
    ([, one]) => one ?? "",
  );
  if (exported.length !== 1 || name.includes(".") || NAMED_FOR_THEIR_PLACE.test(path)) return [];
  const stems = stemsOf(name);
  return exported.some((one) => stemsOf(one).some((stem) => stems.includes(stem)))
    ? []
    : [`${path}: exports ${exported.join(", ")}`];
};

const componentsArePascalCase: Rule = ({ path }) => {
  const name = basename(path).split(".")[0] ?? "";
  const isRight = path.endsWith(".tsx")
    ? /^[A-Z][A-Za-z0-9]*$|^main$|^use[A-Z]/.test(name)
    : /^[a-z0-9][A-Za-z0-9]*$|^\d{4}_[a-z_]+$/.test(name);
  return isRight || path.endsWith(".test.tsx")
    ? []
    : [`${path}: ${path.endsWith(".tsx") ? "PascalCase" : "camelCase"}`];
};

const filesAreShort: Rule = ({ path, text }) => {
  const lines = text.split("\n").length - 1;
  return lines > 400 ? [`${path}: ${lines} lines`] : [];
};

const nothingIsPutOff: Rule = ({ path, text }) =>
  [...text.matchAll(/\b(TODO|FIXME|XXX|HACK)\b/g)].map(([word]) => `${path}: ${word}`);

const nothingIsSuppressed: Rule = ({ path, text }) =>
  [...text.matchAll(/@ts-(ignore|expect-error|nocheck)|(eslint|oxlint)-disable|prettier-ignore/g)].map(
    ([word]) => `${path}: ${word}`,
  );

const noTestIsSkipped: Rule = ({ path, text }) =>
  [...text.matchAll(/\b(test|it|describe)\.(skip|only|todo|skipIf|runIf|fixme)\b/g)].map(
    ([word]) => `${path}: ${word}`,
  );

const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff]/;
/** Where Japanese is data and not a word to the person at the screen: what is printed, what is read, what is made up. */
const JAPANESE_IS_DATA = [
  /^src\/shared\/messages\//,
  /^src\/main\/core\/(sample|mail|publishing|documents|sanitising|intake)\//,
  /^src\/shared\/(narrative|domain)\//,
  // A revision's reason is printed in the next report.
  /^src\/main\/core\/quarters\/explainRevision\.ts$/,
  // What may be typed for a month; the mark of a figure in copied text.
  /^src\/renderer\/(features\/campaigns\/readMonth|ui\/editor\/narrativeSchema)\.ts$/,
  // What characters a text is made of, and how subjects say that they answer.
  /^src\/main\/core\/(printing\/printWords|links\/(subjectShape|textLikeness))\.ts$/,
  // The name that a sample book is given.
  /^src\/main\/core\/casebook\/casebook\.handlers\.ts$/,
];

const wordsAreMessages: Rule = ({ path, text }) => {
  if (JAPANESE_IS_DATA.some((place) => place.test(path))) return [];
  return withoutComments(text)
    .split("\n")
    .filter((line) => JAPANESE.test(line))
    .map((line) => `${path}: ${line.trim()}`);
};

const oneFileKnowsTheBridge: Rule = ({ path, text }) =>
  path.startsWith("src/renderer/") &&
  path !== "src/renderer/bridge.ts" &&
  /window\.bridge|requestCoreTransport/.test(text)
    ? [`${path}: touches the bridge`]
    : [];

const noHtmlFromStrings: Rule = ({ path, text }) =>
  path.startsWith("src/renderer/") &&
  /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/.test(text)
    ? [`${path}: makes HTML of a string`]
    : [];

const nothingGoesOut: Rule = ({ path, text }) =>
  /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(/.test(withoutComments(text)) &&
  !path.startsWith("src/main/electron/")
    ? [`${path}: asks the network`]
    : [];

/** Of another feature's repository a feature may ask for rows; what changes them is the other's own business. */
const othersRowsAreAskedForOnly: Rule = ({ path, text }) => {
  const [, feature] = /^src\/main\/core\/(\w+)\//.exec(path) ?? [];
  if (feature === undefined || path.endsWith("createCore.ts")) return [];
  return [...text.matchAll(/import (?:type )?\{([^}]*)\} from "\.\.\/(\w+)\/\w+Repository\.ts"/g)].flatMap(
    ([, names = ""]) =>
      names
        .split(",")
        .map((name) => name.trim().replace(/ as \w+$/, ""))
        .filter((name) => name !== "" && !/^(type |[A-Z]|find|count|read|\w+Exists$)/.test(name))
        .map((name) => `${path}: ${name} of another feature`),
  );
};

/** What comes in, the pictures that are drawn anew, answers as they were given, the store itself; and for all that leaves, the gate. */
const MAY_PUT_ARTIFACTS =
  /^src\/main\/core\/(?:intake\/|pictures\/|storage\/|cases\/pictures\.ts$|approvals\/recordAnswers\.ts$|gate\/takeOutFile\.ts$)/;

/** One choke point: a file that leaves is kept by the gate, which has read it back. */
const filesLeaveThroughTheGate: Rule = ({ path, text }) =>
  /\bputArtifact\b/.test(text) && !MAY_PUT_ARTIFACTS.test(path) ? [`${path}: putArtifact`] : [];

/** One choke point: the window lets words out in one file. */
const wordsLeaveThroughTheGate: Rule = ({ path, text }) =>
  path.startsWith("src/renderer/") && !path.startsWith("src/renderer/gate/")
    ? [
        ...withoutComments(text).matchAll(
          /\bnavigator\.clipboard\b|\bexecCommand\b|\bwindow\.print\b|\bClipboardItem\b|\bdataTransfer\.setData\b|\bnavigator\.share\b/g,
        ),
      ].map(([word]) => `${path}: ${word}`)
    : [];

const RULES: Record<string, { rule: Rule; offence: Source; over: readonly Source[] }> = {
  "names say what is in a file": {
    rule: namesSayWhatIsInThem,
    offence: { path: "src/main/core/reports/utils.ts", text: "" },
    over: SOURCES,
  },
  "a file that exports one thing is named for it": {
    rule: filesAreNamedForAnExport,
    offence: { path: "src/main/core/reports/things.ts", text: "export function freeze() {}" },
    over: PRODUCT,
  },
  "components are PascalCase, all else camelCase": {
    rule: componentsArePascalCase,
    offence: { path: "src/renderer/ui/some_list.tsx", text: "" },
    over: SOURCES,
  },
  "files are short": { rule: filesAreShort, offence: { path: "src/a.ts", text: "\n".repeat(401) }, over: SOURCES },
  "nothing is put off": {
    rule: nothingIsPutOff,
    offence: { path: "src/a.ts", text: "// TODO: later" },
    over: SOURCES,
  },
  "nothing is suppressed": {
    rule: nothingIsSuppressed,
    offence: { path: "src/a.ts", text: "// @ts-ignore" },
    over: SOURCES,
  },
  "no test is skipped": {
    rule: noTestIsSkipped,
    offence: { path: "src/a.test.ts", text: 'test.skip("x")' },
    over: SOURCES,
  },
  "what a person reads is a message": {
    rule: wordsAreMessages,
    offence: { path: "src/renderer/ui/A.tsx", text: "<p>保存</p>" },
    over: PRODUCT,
  },
  "one file knows the bridge": {
    rule: oneFileKnowsTheBridge,
    offence: { path: "src/renderer/ui/a.ts", text: "window.bridge" },
    over: PRODUCT,
  },
  "no HTML is made of a string": {
    rule: noHtmlFromStrings,
    offence: { path: "src/renderer/ui/a.ts", text: "x.innerHTML = y" },
    over: PRODUCT,
  },
  "nothing goes out": {
    rule: nothingGoesOut,
    offence: { path: "src/renderer/ui/a.ts", text: 'fetch("https://x.example")' },
    over: PRODUCT,
  },
  "another feature's rows are asked for only": {
    rule: othersRowsAreAskedForOnly,
    offence: {
      path: "src/main/core/cases/a.ts",
      text: 'import { findReport, insertReport } from "../reports/reportRepository.ts";',
    },
    over: PRODUCT,
  },
  "a file leaves through the gate": {
    rule: filesLeaveThroughTheGate,
    offence: { path: "src/main/core/publishing/a.ts", text: "putArtifact(db, file)" },
    over: PRODUCT,
  },
  "words leave the window through the gate": {
    rule: wordsLeaveThroughTheGate,
    offence: { path: "src/renderer/ui/a.ts", text: "navigator.clipboard.writeText(words)" },
    over: PRODUCT,
  },
};

describe.each(Object.entries(RULES))("%s", (_, { rule, offence, over }) => {
  test("the rule sees an offence", () => {
    expect(rule(offence)).toHaveLength(1);
  });

  test("the sources keep it", () => {
    expect(over.length).toBeGreaterThan(100);
    // The rules' own offences stand in this very file.
    expect(over.filter(({ path }) => path !== "test/architecture/sources.test.ts").flatMap(rule)).toEqual([]);
  });
});

test("a feature is one word in the contract, the core and the renderer", () => {
  const foldersOf = (folder: string) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
  const core = foldersOf("src/main/core");
  const renderer = foldersOf("src/renderer/features").filter((name) => name !== "firstStart");
  expect(renderer.filter((name) => !core.includes(name))).toEqual([]);
});

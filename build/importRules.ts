import type { IForbiddenRuleType, IRegularForbiddenRuleType } from "dependency-cruiser";

/*
 * Who may import whom (docs/ARCHITECTURE.md). Types count as imports everywhere but in cycles. Tests may import what they
 * test with, and are imported by nothing.
 */
const TEST = String.raw`(\.test\.tsx?$|/testing/)`;
const CORE = "^src/main/core/";
/** Folders of the core that are the ground of its features, and no feature themselves. */
const GROUND = "(database|storage|documents|audit|mail|threads|testing)";

function forbid(
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType["from"],
  to: IRegularForbiddenRuleType["to"],
): IForbiddenRuleType {
  return { name, comment, severity: "error", from, to };
}

const everywhere: IForbiddenRuleType[] = [
  forbid(
    "no-cycles",
    "Two files that need one another are one file, or three.",
    {},
    {
      circular: true,
      viaOnly: { dependencyTypesNot: ["type-only"] },
    },
  ),
  forbid(
    "no-unresolvable",
    "Every import leads somewhere.",
    {},
    {
      couldNotResolve: true,
      // A package of types only: there is nothing to resolve at run time.
      pathNot: "^mdast$",
    },
  ),
  forbid(
    "no-undeclared-packages",
    "A package is in package.json before it is imported.",
    {},
    {
      dependencyTypes: ["npm-no-pkg", "npm-unknown"],
      pathNot: "^node_modules/@types/mdast/",
    },
  ),
  forbid(
    "no-development-packages-in-the-product",
    "What is not shipped is not imported.",
    { path: "^src/", pathNot: TEST },
    {
      dependencyTypes: ["npm-dev"],
      // Types only; the module itself is Electron's own.
      pathNot: "^node_modules/(@types/|electron/)",
    },
  ),
  forbid(
    "no-tests-in-the-product",
    "Nothing depends on a test.",
    { pathNot: `(^test/|${TEST})` },
    { path: `(^test/|${TEST})` },
  ),
  forbid(
    "no-orphans",
    "A file that nothing imports is started by something, or is waste.",
    {
      orphan: true,
      pathNot: [TEST, String.raw`\.d\.ts$`, String.raw`\.config\.ts$`, "^test/"],
    },
    {},
  ),
];

const shared: IForbiddenRuleType[] = [
  forbid(
    "shared-runs-anywhere",
    "No node:, no window, no part of the program: shared runs in both.",
    { path: "^src/shared/", pathNot: TEST },
    {
      pathNot: "^(src/shared/|node_modules/|mdast$)",
    },
  ),
  forbid(
    "shared-needs-zod-alone",
    "zod, and for narratives the Markdown pieces.",
    { path: "^src/shared/", pathNot: `(^src/shared/narrative/|${TEST})` },
    {
      path: "^node_modules/",
      pathNot: "^node_modules/zod/",
    },
  ),
  forbid(
    "narrative-needs-markdown-alone",
    "The one parser of narratives, for the editor and the typesetter.",
    { path: "^src/shared/narrative/", pathNot: TEST },
    {
      path: "^node_modules/",
      pathNot: "^node_modules/(zod|@types/mdast|mdast-|micromark-)",
    },
  ),
];

const core: IForbiddenRuleType[] = [
  forbid(
    "core-knows-no-shell",
    "Worker, command line and tests load the core alike.",
    // The worker is the host's end of the core: it writes to the host's log.
    { path: CORE, pathNot: "^src/main/core/worker\\.ts$" },
    {
      path: "^(src/main/(electron|chromium|cli)/|src/main/[^/]+$|src/renderer/|node_modules/(electron|react|@mantine)/)",
    },
  ),
  forbid(
    "only-the-worker-and-threads-know-threads",
    "Everything else of the core runs on any thread.",
    { path: CORE, pathNot: `(^src/main/core/(worker\\.ts$|threads/)|${TEST})` },
    {
      path: "^(node:)?worker_threads$",
      dependencyTypesNot: ["type-only"],
    },
  ),
  {
    name: "a-thread-has-no-book",
    comment: "What runs in a thread of its own is given all it needs: the book is open in one thread alone.",
    severity: "error",
    from: { path: "^src/main/core/[^/]+/[^/]+Thread\\.ts$", pathNot: "^src/main/core/(threads|testing)/" },
    to: { path: "^src/main/core/(database|storage)/", reachable: true },
  },
  forbid(
    "schema-in-repositories-alone",
    "Tables are the business of repositories, and of what treats all tables alike.",
    {
      path: CORE,
      pathNot: `(Repository\\.ts$|^src/main/core/(database|storage|exchange|audit)/|^src/main/core/casebook/verifyBook\\.ts$|${TEST})`,
    },
    {
      path: "^src/main/core/database/schema(\\.ts$|/)",
    },
  ),
  forbid(
    "database-in-the-core-alone",
    "No other part speaks SQL.",
    { pathNot: `^(src/main/core/|test/|build/)` },
    {
      path: "^node_modules/(better-sqlite3|better-sqlite3-multiple-ciphers|drizzle-orm)/",
    },
  ),
  forbid(
    "connections-in-the-database-folder-alone",
    "A book is opened, migrated and recorded in one place.",
    { path: CORE, pathNot: `(^src/main/core/database/|${TEST})` },
    {
      path: "^node_modules/(@types/)?better-sqlite3",
    },
  ),
  forbid(
    "typst-in-documents-alone",
    "One importer of the typesetter.",
    { path: "^src/", pathNot: "^src/main/core/documents/" },
    {
      path: "^node_modules/@myriaddreamin/",
    },
  ),
  forbid(
    "mail-is-pure",
    "Reading a mail needs bytes and nothing else.",
    { path: "^src/main/core/mail/", pathNot: TEST },
    {
      path: "^src/main/core/",
      pathNot: "^src/main/core/mail/",
    },
  ),
  forbid(
    "ground-knows-no-feature",
    "Features stand on these folders, not the other way round.",
    { path: `^src/main/core/${GROUND}/`, pathNot: TEST },
    {
      path: `^src/main/core/[^/]+/`,
      // The index's words are made where they are asked for.
      pathNot: `(^src/main/core/${GROUND}/|^src/main/core/search/terms\\.ts$)`,
    },
  ),
  forbid(
    "handlers-are-for-the-core-alone",
    "Features use one another's functions, never one another's handlers.",
    { path: CORE, pathNot: `(^src/main/core/createCore\\.ts$|${TEST})` },
    {
      path: String.raw`\.handlers\.ts$`,
    },
  ),
];

const shells: IForbiddenRuleType[] = [
  forbid(
    "shells-carry-messages",
    "A shell knows the port, the contract and the worker's address, nothing inside the core.",
    { path: "^src/main/((electron|chromium)/|[^/]+$)", pathNot: TEST },
    {
      path: "^src/main/core/",
      pathNot: String.raw`^src/main/core/(core|hostContract|serveCore)\.ts$`,
    },
  ),
  forbid(
    "shells-know-no-renderer",
    "The window's files are served, not imported.",
    { path: "^src/main/" },
    { path: "^src/renderer/" },
  ),
  forbid(
    "electron-knows-no-chromium",
    "Two shells, apart.",
    { path: "^src/main/electron/" },
    { path: "^src/main/(chromium|cli)/" },
  ),
  forbid(
    "chromium-knows-no-electron",
    "Two shells, apart.",
    { path: "^src/main/chromium/" },
    { path: "^src/main/(electron|cli)/" },
  ),
  forbid(
    "electron-in-its-shell-alone",
    "One folder to judge by reading.",
    { path: "^src/", pathNot: "^src/main/electron/" },
    {
      path: "^(node_modules/electron/|electron$)",
    },
  ),
  forbid(
    "cli-has-no-window",
    "The command line is the core and words.",
    { path: "^src/main/cli/" },
    {
      path: "^(src/main/(electron|chromium)/|src/main/[^/]+$|src/renderer/|node_modules/electron/)",
    },
  ),
];

const renderer: IForbiddenRuleType[] = [
  forbid(
    "renderer-knows-the-contract-alone",
    "No node:, no core, no shell.",
    { path: "^src/renderer/", pathNot: TEST },
    {
      pathNot: "^(src/renderer/|src/shared/|node_modules/)",
    },
  ),
  forbid(
    "features-stand-alone",
    "What two screens share lies in ui, data, state or commands.",
    { path: "^src/renderer/features/([^/]+)/", pathNot: TEST },
    {
      path: "^src/renderer/features/",
      pathNot: "^src/renderer/features/$1/",
    },
  ),
  forbid(
    "ui-has-no-business",
    "Components with no business word inside.",
    { path: "^src/renderer/ui/", pathNot: TEST },
    {
      path: "^src/renderer/(features|desk|frame)/",
    },
  ),
  forbid(
    "data-and-state-know-no-screen",
    "Below the screens.",
    { path: "^src/renderer/(data|state)/", pathNot: TEST },
    {
      path: "^src/renderer/(features|desk|frame)/",
    },
  ),
  forbid(
    "the-desk-serves-places",
    "Write-ups and sharings are sanitised on the same desk, which knows neither place.",
    { path: "^src/renderer/desk/", pathNot: TEST },
    {
      path: "^src/renderer/(features|frame)/",
    },
  ),
  forbid(
    "one-bridge",
    "Only the data layer holds the connection.",
    { path: "^src/renderer/", pathNot: `(^src/renderer/(data/|main\\.tsx$|bridge\\.ts$)|${TEST})` },
    {
      path: "^src/renderer/bridge\\.ts$",
    },
  ),
];

export const IMPORT_RULES: IForbiddenRuleType[] = [...everywhere, ...shared, ...core, ...shells, ...renderer];

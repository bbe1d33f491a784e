/** Which way imports may point. Each rule's comment is what a broken build prints. */

/**
 * The rooms of lib, from the ground up: each may use itself and those before it. A report lives in
 * `report`, `device` and `monitor`; the others serve them.
 */
const rooms = [
  { name: "coverage", path: "^lib/coverage/" },
  { name: "base", path: "^lib/base/" },
  { name: "server", path: "^lib/server/(?!api/|state/)" },
  { name: "account", path: "^lib/account/" },
  { name: "campaign", path: "^lib/campaign/" },
  { name: "report", path: "^lib/report/" },
  { name: "device", path: "^lib/device/" },
  { name: "monitor", path: "^lib/monitor/" },
  { name: "indicator", path: "^lib/indicator/" },
  { name: "stock", path: "^lib/stock/" },
  { name: "plan", path: "^lib/plan/" },
  { name: "safety", path: "^lib/safety/" },
  { name: "directive", path: "^lib/directive/" },
  { name: "api", path: "^lib/server/(api|state)/" },
];
/** Read models and what runs on a device know nothing of each other. */
const strangers = {
  device: ["^lib/monitor/"],
  monitor: ["^lib/device/"],
  indicator: ["^lib/device/"],
  stock: ["^lib/device/"],
  plan: ["^lib/device/"],
  safety: ["^lib/device/"],
  directive: ["^lib/device/"],
};

/** What runs on the server alone says so in its path. */
const onServer = ["^lib/server/", "^lib/.+/server/"];
const dataLayer = "[/-](queries|commands|actions|session|client|record)\\.ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that need each other are one idea cut in the wrong place.",
      from: {},
      to: { circular: true },
    },
    {
      name: "lib-looks-at-nothing-above-it",
      severity: "error",
      comment: "lib is the bottom: app -> components -> lib.",
      from: { path: "^lib/" },
      to: { path: "^(app|components|scripts|tests)/" },
    },
    ...rooms.slice(0, -1).map(({ name, path }, at) => ({
      name: `${name}-knows-only-what-is-below`,
      severity: "error",
      comment: "Rooms of lib use those before them: see the list in this file.",
      from: { path },
      to: { path: [...rooms.slice(at + 1).map((room) => room.path), ...(strangers[name] ?? [])] },
    })),
    {
      name: "the-path-says-where-it-runs",
      severity: "error",
      comment: "This file may reach a browser. What needs the server belongs in a server/ folder.",
      from: { path: "^lib/", pathNot: onServer },
      to: { path: onServer, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-do-not-know-pages",
      severity: "error",
      comment: "A component that knows its page can serve only that page.",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "components-are-fed-by-props",
      severity: "error",
      comment: "Components get data and actions as props. The page does the fetching.",
      from: { path: "^components/" },
      to: { path: ["^prisma/", `^lib/.*${dataLayer}`] },
    },
    {
      name: "components-run-in-the-browser-too",
      severity: "error",
      comment: "A component may know the type of a read model, and calls nothing on the server.",
      from: { path: "^components/" },
      to: { path: onServer, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      comment: "components/base/ui and components/base/chart could ship in another product.",
      from: { path: "^components/base/(ui|chart)/" },
      to: { path: ["^components/(?!base/(ui|chart)/)", "^lib/(?!base/i18n/)"] },
    },
    {
      name: "coverage-is-pure",
      severity: "error",
      comment: "The maths imports nothing: no database, no clock, no framework, no zod.",
      from: { path: "^lib/coverage/" },
      to: { pathNot: "^lib/coverage/" },
    },
    {
      name: "only-queries-and-commands-touch-the-database",
      severity: "error",
      comment: "SQL and Prisma live in queries.ts and commands.ts.",
      from: {
        path: "^((app|components|lib)/|instrumentation\\.ts$|proxy\\.ts$)",
        pathNot: ["^lib/server/db/", "[/-](queries|commands)\\.ts$", "/record\\.ts$"],
      },
      to: {
        path: ["^lib/server/db/", "^prisma/", "node_modules/@prisma/", "node_modules/pg/"],
        // Whether the database answers, and what room its disk has, is no data.
        pathNot: "^lib/server/db/(outage|storage)\\.ts$",
      },
    },
    {
      name: "the-data-layer-does-not-read-the-request",
      severity: "error",
      comment: "Queries and commands take a Grant. They read no session, header or route.",
      from: { path: "^lib/.*[/-](queries|commands)\\.ts$" },
      to: {
        path: [
          "^lib/account/auth/server/session\\.ts$",
          "node_modules/next/(headers|navigation|cache)",
        ],
      },
    },
    {
      name: "pages-write-through-actions",
      severity: "error",
      comment: "A page reads with queries and hands out actions. It runs no command itself.",
      from: { path: "^app/(?!api/)" },
      to: { path: "^lib/.*[/-]commands\\.ts$" },
    },
    {
      name: "charts-own-recharts",
      severity: "error",
      comment: "Recharts is imported by *-chart.tsx only, so it can be replaced there.",
      from: { path: "^(app|components|lib)/", pathNot: "-chart\\.tsx$" },
      to: { path: "node_modules/recharts" },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "Nothing imports this file. Delete it.",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "^app/", "^tests/", "^prisma/", "^scripts/", "\\.config\\."],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^prisma/generated/"] },
    exclude: { path: ["^\\.next"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
